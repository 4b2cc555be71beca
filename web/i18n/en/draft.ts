const count = (value: number): string => value.toLocaleString('en-GB');

const characters = (length: number): string =>
  length === 1 ? '1 character' : `${count(length)} characters`;

/** Sentences of the part where drafts are written and read. */
export const draft = {
  title: 'Feedback on a draft',
  intro:
    'Choose a task, write or paste your draft, and read, criterion by criterion, what it shows and what is missing, with quotations of your text and of the course.',
  noMark: 'No mark is given, and nothing is written for you.',

  task: 'Task',
  chooseTask: 'Choose a task',
  noTask: 'This course sets no task yet. Your trainer can add one.',
  openStatement: 'Read the task',
  noStatement: 'The task itself is not in this course: ask your trainer for it.',
  asked: (criteria: number) =>
    criteria === 1 ? 'What is looked at: 1 criterion' : `What is looked at: ${criteria} criteria`,

  text: 'Your draft',
  textHint: 'Write or paste it here, or drop a file (.md or .txt).',
  chooseFile: 'Choose a file',
  dropHere: 'Drop the file here',
  fileProblem: {
    type: 'Only Markdown and plain text files (.md, .txt) can be read. Save your draft as one of them, or paste its text.',
    'too-large': 'This file is longer than a draft may be. Send one part of it at a time.',
    binary: 'This file holds no text. Save your draft as plain text, or paste its text.',
    empty: 'This file is empty. Choose another one, or write your draft here.',
    unreadable: 'This file could not be read. Choose it again, or paste its text.',
    several: 'Drop one file at a time.',
  },
  fileRead: (name: string) => `“${name}” is now the draft.`,
  used: (used: number, limit: number) => `${count(used)} of ${characters(limit)}`,
  over: (over: number) => `${characters(over)} too many: send it in parts`,
  kept: 'Kept in this browser until it is sent.',
  notKept: 'This browser does not keep what you type: copy your text before you leave the page.',
  others: 'Also kept in this browser, for this task',
  other: (moment: string, length: number) => `Written on ${moment}, ${characters(length)}`,
  takeOther: 'Use this text',
  discardOther: 'Throw away',
  discardTitle: 'Throw this text away?',
  discardExplained: 'The server does not have it: it cannot be brought back.',
  discardConfirm: 'Throw away',

  previous: 'Compare with',
  previousNone: 'No earlier draft',
  send: 'Get feedback',
  sending: 'Sending…',
  chooseFirst: 'Choose the task first.',
  writeFirst: 'Write a few sentences first.',
  retrySend: 'Send again',

  history: 'Your drafts',
  noHistory: 'The drafts that you send will be here, with their feedback.',
  draftOf: (number: number | null, moment: string) =>
    number === null ? `Draft of ${moment}` : `Draft ${number}, ${moment}`,
  length: characters,
  status: {
    streaming: 'being read',
    complete: 'read',
    stopped: 'stopped',
    interrupted: 'interrupted',
    failed: 'not read',
  },
  sharedBadge: 'shown to the trainer',
  compare: 'Compare',
  remove: 'Delete',
  removeNamed: (name: string) => `Delete: ${name}`,
  compareNamed: (name: string) => `Compare with the previous one: ${name}`,
  removeTitle: 'Delete this draft?',
  removeExplained:
    'The draft and its feedback will be deleted from the server for good. Later drafts stay, but it can no longer be shown beside them.',
  removeConfirm: 'Delete for good',
  removed: 'The draft was deleted.',

  back: 'All drafts',
  loading: 'Opening the draft…',
  gone: 'This draft does not exist, or no longer exists. It may have been deleted.',
  writeNext: 'Write the next draft',
  share: 'Show to my trainer',
  shareOff: 'Only you can read this draft and its feedback.',
  shareOn:
    'Your trainer can read this draft and its feedback, under your pseudonym. You can stop this at any time; what has been read stays read.',

  reading: 'Your draft is being read',
  readingNone: 'The first criterion is being read…',
  progress: (number: number, of: number) => `${number} of ${of} criteria read`,
  /** Of a criterion while the draft is read, and of the check after the last one. */
  step: { done: 'read', now: 'under way', waiting: 'waiting' },
  check: 'Checking the quotations',
  reconnecting: 'The connection was lost. Trying again; nothing is lost.',
  safe: 'The draft is stored: you can leave this page and come back.',
  stop: 'Stop',
  stopped: 'The reading was stopped. Your draft is stored.',
  interrupted: 'The reading was interrupted. Your draft is stored.',
  failed: 'The draft could not be read. It is stored.',
  again: 'Have it read again',
  announceStart: 'Your draft is being read',
  announceEnd: (items: number) =>
    items === 1 ? 'Feedback ready, 1 point to read' : `Feedback ready, ${items} points to read`,

  views: 'What is shown',
  feedbackView: 'Feedback',
  compareView: 'Compare with the previous one',
  first: 'To read first',
  nothingFirst: 'Nothing in particular: see the criteria below.',
  kind: { strength: 'What holds', gap: 'What is missing', draft: 'The draft as a whole' },
  question: 'To ask yourself',
  next: 'Next step',
  criteria: 'Criterion by criterion',
  whole: 'The draft as a whole',
  finding: { met: 'shown', partial: 'in part', missing: 'missing' },
  remark: 'Remark',
  toRemark: (sign: string) => `See remark ${sign}`,
  itemOf: 'Question and next step',
  toItem: (sign: string, name: string) => `Criterion ${sign}, ${name}: question and next step`,
  toItemWhole: (sign: string) => `Remark ${sign}: question and next step`,
  toCriterion: (sign: string, name: string) => `See criterion ${sign}, ${name}`,
  inDraft: (sign: string, name: string) => `Criterion ${sign}, ${name}: see it in the draft`,
  inDraftWhole: (sign: string) => `Remark ${sign}: see it in the draft`,
  markOf: (sign: string, name: string) => `Quoted for criterion ${sign}, ${name}`,
  markOfWhole: (sign: string) => `Quoted for remark ${sign}`,
  yours: 'In your draft',
  noQuotation: 'Nothing in the draft speaks of it yet.',
  course: 'In the course',
  yourDraft: 'Your draft',

  since: 'Since the previous draft',
  nothingSince: 'Nothing has changed, point by point, since the previous draft.',
  change: { addressed: 'addressed', 'still-open': 'still open', new: 'new' },
  before: 'Before',
  now: 'Now',
  noneQuoted: 'no passage quoted',
  goneQuotation: 'This passage is no longer in the draft.',
  oldDraft: 'The previous draft',
  newDraft: 'This draft',
  oldGone: 'The previous draft was deleted: what was quoted from it is above.',

  /** By code; the others are those of the whole page. */
  errors: {
    'bad-request':
      'This text cannot be read as a draft. Check that it is a text, then send it again.',
    'not-found': 'This draft or its task no longer exists. Reload the page.',
    'too-many-requests':
      'Too many drafts are being read at once. Yours is kept here; send it again in a moment.',
    'day-limit':
      'The drafts of one task can be read five times a day. This one is kept here until you send it again.',
    'stream-cut': 'The connection was cut. Nothing is lost; try again.',
    network:
      'The server cannot be reached. Nothing is lost: check your connection, then try again.',
    'sign-in-needed':
      'Your access has ended. Your draft is kept here: enter the course again, then send it.',
  },

  repaired: 'Damaged characters in the draft were mended before it was read.',
  dropped: (quotations: number) =>
    quotations === 1
      ? 'One quotation that could not be found was removed.'
      : `${quotations} quotations that could not be found were removed.`,
  fallback: 'The language model did not answer. The offline engine read this draft instead.',
} as const;
