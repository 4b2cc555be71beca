/** Sentences of the part where drafts are read. */
export const draft = {
  title: 'Feedback on a draft',
  intro:
    'Choose the task, paste your draft, and read what it shows and what is missing, with quotations of your text and of the course. No mark is given, and nothing is written for you.',
  task: 'Task',
  chooseTask: 'Choose a task',
  noTask: 'This course sets no task.',
  text: 'Your draft',
  previous: 'Your previous draft, to compare with (optional)',
  used: (used: number, limit: number) =>
    `${used.toLocaleString('en')} of ${limit.toLocaleString('en')} characters`,
  send: 'Get feedback',
  stop: 'Stop',
  reading: 'Reading the draft…',
  progress: (number: number, of: number) => `Criterion ${number} of ${of} read`,
  ended: (items: number) =>
    items === 1 ? 'Feedback ready, 1 point to read' : `Feedback ready, ${items} points to read`,
  stopped: 'Stopped.',
  first: 'To read first',
  criteria: 'Criterion by criterion',
  since: 'Since the draft before',
  finding: { met: 'shown', partial: 'in part', missing: 'to be done' },
  change: { addressed: 'addressed', 'still-open': 'still open', new: 'new' },
  question: 'Question',
  next: 'Next step',
  yours: 'Your draft',
  course: 'The course',
  before: 'Before',
  now: 'Now',
  gone: 'This passage is no longer in the draft.',
  repaired: 'Garbled characters of the draft were mended before it was read.',
  dropped: (count: number) =>
    count === 1
      ? '1 quotation that could not be found was removed.'
      : `${count} quotations that could not be found were removed.`,
  fallback: 'The language model did not answer. The offline engine read this draft instead.',
} as const;
