/** Sentences of the trainer's first page. */
export const trainerOverview = {
  lead: 'Where your course leaves students without an answer, and what else needs you.',
  gapsTitle: 'What the course does not answer',
  gapsLead:
    'Questions that found no answer, grouped by what they ask for. Complete the document: the next student gets an answer.',
  gapsAll: 'All unanswered questions',
  todoTitle: 'Needs your attention',
  todoNone: 'Nothing else needs you.',
  failedDocuments: (count: number) =>
    count === 1
      ? '1 file of the course could not be read. Students get no answer from it.'
      : `${count.toLocaleString('en-GB')} files of the course could not be read. Students get no answer from them.`,
  seeDocuments: 'See the documents',
  seeEndpoint: 'See the model',
  unhelpful: (count: number) =>
    count === 1
      ? '1 answer was not helpful to its reader.'
      : `${count.toLocaleString('en-GB')} answers were not helpful to their readers.`,
  seeRatings: 'See the ratings',
  figuresTitle: 'At a glance',
  figuresLead: 'Since the oldest conversation that is still kept.',
  students: 'Students',
  asked: 'Questions asked',
  unansweredOf: (count: number) => `${count.toLocaleString('en-GB')} without an answer`,
  ratings: 'Helpful answers',
  ratingsOf: (rated: number) =>
    rated === 0 ? 'no rating yet' : `of ${rated.toLocaleString('en-GB')} rated`,
  hints: 'Hints on exams',
  refusals: (count: number) =>
    count === 1 ? 'and 1 refusal' : `and ${count.toLocaleString('en-GB')} refusals`,
  sharedDrafts: 'Shared drafts',
  documents: 'Documents open',
  sealed: (count: number) =>
    count === 0 ? 'none sealed' : `and ${count.toLocaleString('en-GB')} sealed whole`,
  none: 'No question has been asked yet. Give your students the code of their class: what the course does not answer will be listed here.',
  makeClass: 'Make a class',
} as const;
