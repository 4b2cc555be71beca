/** Sentences of the pages on what students meet: unanswered questions, ratings, exams, shared drafts. */
export const trainerUse = {
  unanswered: {
    lead: 'Questions for which the course holds no answer, grouped by what they ask for, most asked first.',
    summary: (unanswered: number, asked: number) =>
      `${unanswered.toLocaleString('en-GB')} of ${asked.toLocaleString('en-GB')} ${asked === 1 ? 'question' : 'questions'} found no answer.`,
    empty: 'Every question asked so far found its answer in the course.',
    none: 'No question has been asked yet. Once students ask, what the course does not answer is listed here.',
    noSection: 'Far from every section of the course',
    noSectionAdvice: 'No section comes near: this subject may want a document of its own.',
    questions: (count: number) =>
      count === 1 ? '1 question' : `${count.toLocaleString('en-GB')} questions`,
    students: (count: number) => `from ${count.toLocaleString('en-GB')} students`,
    lastAsked: (day: string) => `last on ${day}`,
    examples: 'In their words',
    few: (least: number) =>
      `Fewer than ${least} students asked: only the count is shown, so that nobody can be recognised.`,
    complete: 'Complete the document',
    completeName: (title: string) => `Complete the document: ${title}`,
    readSection: 'Read the section',
    readSectionName: (section: string) => `Read the section: ${section}`,
    addDocument: 'Add a document',
    howTitle: 'How to complete the course',
    how: 'Read the section, download the file of its document, add the sentences that are missing, then drop the file under Documents by the same name: it takes the place of the one before.',
    groupsCaption: 'Unanswered questions by nearest section',
    smallTitle: 'Asked by few',
    section: 'Nearest section',
    number: 'Questions',
    last: 'Last asked',
  },
  ratings: {
    lead: 'What students say of the answers. A question and its answer are shown only where the student chose to show them to you; who asked is never told.',
    empty: 'No answer has been rated yet. Students can rate each answer under it.',
    helpful: 'Helpful',
    wasHelpful: 'Helpful to its reader',
    wasNotHelpful: 'Not helpful to its reader',
    unhelpful: 'Not helpful',
    reasonsCaption: 'Why answers were not helpful',
    reason: 'Reason',
    number: 'Times given',
    noReasons: 'No reason has been given yet.',
    reasons: {
      inexact: 'Inaccurate',
      'not-in-course': 'Not in the course',
      'wrong-source': 'Wrong source',
      'gives-solution': 'Gives the solution away',
      'too-long': 'Too long',
      unclear: 'Unclear',
      other: 'Another reason',
    },
    sharedTitle: 'Shown by students',
    sharedEmpty: 'No student has shown a question yet. They can do so when they rate an answer.',
    answer: 'Answer',
    noAnswer: 'The answer did not arrive.',
    makeCase: 'Make an evaluation case of it',
    makeCaseName: (question: string) => `Make an evaluation case of: ${question}`,
    caseMade: (id: string) => `Case ${id}`,
    caseWhy:
      'A case asks this question again in every evaluation of your own cases, so that a mended answer stays mended. Names and numbers of persons are taken out of it first.',
    caseReplaced: (count: number) => {
      const out =
        count === 1
          ? '; 1 personal detail was taken out'
          : `; ${count.toLocaleString('en-GB')} personal details were taken out`;
      return `The case is made${count === 0 ? '' : out}. Say under “Evaluations” what a right answer is.`;
    },
    toEvals: 'Go to the evaluations',
  },
  exams: {
    lead: 'Hints given and requests refused, item by item. Who asked is never told, and no answer stands here.',
    empty:
      'The course holds no exam that is closed. Declare a document as an exam under Documents, and its items are kept.',
    caption: (exam: string) => `Hints by item: ${exam}`,
    item: 'Item',
    hints: 'Hints',
    refusals: (count: number) =>
      count === 1
        ? '1 request for what is given to nobody was refused.'
        : `${count.toLocaleString('en-GB')} requests for what is given to nobody were refused.`,
    noUse: 'Nobody has asked about this exam yet.',
    otherTitle: 'Refusals that concern no exam',
    other: (count: number) =>
      count === 0
        ? 'None: nobody has asked for a worked solution or for the tutor’s instructions.'
        : count === 1
          ? '1 request for a worked solution or for the tutor’s instructions was refused.'
          : `${count.toLocaleString('en-GB')} requests for worked solutions or for the tutor’s instructions were refused.`,
  },
  drafts: {
    lead: 'Drafts that their students show you, with the feedback they got. They can stop showing them at any time.',
    empty: 'No student shows a draft at present. They can do so under each of their drafts.',
    caption: 'Drafts that students show',
    student: 'Student',
    className: 'Class',
    task: 'Task',
    date: 'Written on',
    read: 'Read',
    readName: (pseudonym: string, task: string) => `Read the draft of ${pseudonym}, ${task}`,
    back: 'All shared drafts',
    by: (pseudonym: string, className: string, moment: string) =>
      `${pseudonym}, ${className}. Written on ${moment}.`,
    text: 'The draft',
    noFeedback: 'The feedback on this draft has not come to its end.',
    gone: 'This draft is no longer shown: its student withdrew or deleted it.',
    status: {
      streaming: 'Under way',
      complete: 'Complete',
      stopped: 'Stopped',
      interrupted: 'Interrupted',
      failed: 'Missing',
    },
    state: 'Feedback',
  },
} as const;
