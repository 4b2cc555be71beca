import { trainerRefusals } from './trainer-refusals.ts';

/** Sentences of the trainer's documents. */
export const trainerDocuments = {
  lead: 'The files that Repère answers from. A change is indexed at once; until that is done, the former index answers.',
  empty:
    'The course holds no document yet. Add a first .md or .txt file: students can ask as soon as it is indexed.',
  caption: 'Documents of the course',
  title: 'Document',
  kind: 'Kind',
  state: 'State',
  passages: 'Passages',
  actions: 'Actions',
  filter: 'Search the documents',
  filterState: 'State',
  anyState: 'All states',
  found: (count: number, of: number) =>
    `${count.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} documents`,
  foundNone: 'No document matches. Change the words, or show all states.',
  showAll: 'Show all documents',
  statuses: {
    ready: 'Open',
    'partly-sealed': 'Partly sealed',
    sealed: 'Sealed',
    failed: 'Not read',
    pending: 'Waiting',
  },
  statusesExplained: {
    ready: 'Students reach all of it.',
    'partly-sealed': 'Students reach it, except for:',
    sealed: 'Students reach nothing of it.',
    failed: 'The file could not be read. Mend it, then add it again.',
    pending: 'In the folder, not yet in the index that answers.',
  },
  kinds: {
    lesson: 'Lesson',
    project: 'Project',
    scenario: 'Case study',
    exercise: 'Exercise',
    solution: 'Worked solution',
    assignment: 'Assignment',
    exam: 'Exam',
    document: 'Undeclared',
  },
  kindsExplained: {
    lesson: 'The course itself.',
    project: 'The brief of a project.',
    scenario: 'A case to analyse.',
    exercise: 'An exercise to do.',
    solution:
      'Sealed whole: no student reaches it, no answer quotes it, and a draft that copies it is recognised.',
    assignment: 'Work to hand in.',
    exam: 'The items are sealed, and students get hints only. Duration, instructions and marking scheme stay open.',
    document:
      'Repère looks at the form: an exam is recognised by it and sealed, anything else is open.',
  },
  reasons: {
    exam: 'Exam items: students get hints only',
    'worked solution': 'Worked solution',
    chat: 'Words of a chatbot, pasted along with the text',
    unreadable: 'It could not be read',
  },
  whole: 'the whole document',
  lines: (from: number, to: number) =>
    from === to
      ? `line ${from.toLocaleString('en-GB')}`
      : `lines ${from.toLocaleString('en-GB')} to ${to.toLocaleString('en-GB')}`,
  reason: {
    heading: (heading: string) => `under the heading “${heading}”`,
    noHeading: 'before the first heading',
    doubt: 'sealed in doubt, since it seems to ask something',
    kindExam: 'the document is declared an exam',
    kindSolution: 'the document is declared a worked solution',
    form: (forms: string) => `the document has the form of an exam: ${forms}`,
    forms: {
      word: 'the word “examen”',
      boxes: 'boxes to tick',
      blanks: 'blanks to fill',
      scheme: 'a marking scheme',
      points: 'points for questions',
    },
  },
  parts: (count: number) => `${count.toLocaleString('en-GB')} parts`,

  addTitle: 'Add or replace documents',
  drop: 'Drop .md or .txt files here, or',
  choose: 'Choose files',
  addHint: (megabytes: number) =>
    `Markdown or plain text, at most ${megabytes} MB each. A file with the name of a document takes its place.`,
  chosen: 'Chosen files',
  newFile: 'new document',
  replaces: (path: string) => `takes the place of ${path}`,
  kindOf: (name: string) => `Kind of ${name}`,
  kindAsIs: 'As the file says',
  remove: (name: string) => `Take ${name} off the list`,
  removeShort: 'Take off',
  send: (count: number) =>
    count === 1 ? 'Add this file' : `Add these ${count.toLocaleString('en-GB')} files`,
  sending: (done: number, of: number) =>
    `${done.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} files sent`,
  fileWaiting: 'waiting',
  fileSending: 'being sent…',
  fileSent: 'received',
  fileRefused: 'not received',
  refused: {
    type: 'Only .md and .txt files can be read. Save this one as text, then add it again.',
    size: (megabytes: number) => `Larger than ${megabytes} MB. Cut it into several documents.`,
    empty: 'The file is empty.',
    name: 'Two chosen files have this name; only the first was kept.',
  },

  refusals: trainerRefusals,

  completeTitle: (title: string) => `Complete “${title}”`,
  completeLead: (name: string) =>
    `Download the file, add the sentences that are missing, then drop it below by the same name, ${name}: it takes the place of the one before.`,
  download: 'Download the file',

  preview: 'Preview',
  previewName: (title: string) => `Preview: ${title}`,
  previewTitle: (title: string) => `How “${title}” is cut`,
  previewLead: 'Repère searches these passages, one by one. What is sealed is not among them.',
  previewEmpty: 'No passage: students reach nothing of this document.',
  passage: (number: number) => `Passage ${number.toLocaleString('en-GB')}`,
  line: (line: number) => `line ${line.toLocaleString('en-GB')}`,
  open: 'Read as students do',
  reclassify: 'Reclassify',
  reclassifyName: (title: string) => `Reclassify: ${title}`,
  reclassifyTitle: (title: string) => `What is “${title}”?`,
  reclassifyLead:
    'The kind decides what students reach. Only exams and worked solutions are sealed; of any other kind, only the sections headed as solutions are. The course is indexed again afterwards.',
  reclassifyDo: 'Change the kind',
  delete: 'Delete',
  deleteName: (title: string) => `Delete: ${title}`,
  deleteTitle: (title: string) => `Delete “${title}”?`,
  deleteLead: (path: string) =>
    `The file ${path} leaves the course, and its passages leave the index. Earlier answers that quote it can no longer open it. A copy is kept aside in the data folder of the server.`,
  deleteDo: 'Delete the document',

  stages: {
    idle: 'The course is indexed.',
    reading: 'Reading the documents',
    embedding: 'Preparing the search',
    ready: 'The course is indexed.',
    failed: 'The last indexing failed.',
  },
  finished: (moment: string) => `Last done on ${moment}.`,
  progress: (done: number, of: number) =>
    `${done.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')}`,
  meanwhile: 'The former index answers students meanwhile.',
  failedAdvice:
    'The former index goes on answering. Mend or delete the file named, and the course is indexed again.',
  reindex: 'Index again',
  pollLost: 'The server no longer answers; the state shown may be old.',
  notes: (count: number) =>
    count === 1
      ? '1 remark of the last indexing'
      : `${count.toLocaleString('en-GB')} remarks of the last indexing`,
} as const;
