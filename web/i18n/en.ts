/** Every sentence of the page, in English: the reference that the other languages must match. */
export const en = {
  promise: 'Answers drawn from your course, with the quotations to prove it.',
  notice: 'Repère is an AI: it can be wrong, and it gives no mark. Check the quotations.',
  otherLanguage: 'Français',
  newConversation: 'New conversation',

  offlineModels: 'Offline models',
  offlineExplained:
    'No language model is connected. Answers are put together from sentences of the course, on this server; nothing leaves it.',
  endpointExplained: (model: string) =>
    `Answers are written by the model “${model}”, from passages of the course sent to it with your question.`,

  introTitle: 'Ask a question about the course',
  intro:
    'Every answer quotes the course, and each quotation opens the document at the passage cited. When the course does not answer, Repère says so.',
  startersTitle: 'For example',

  questionLabel: 'Your question',
  send: 'Send',
  stop: 'Stop',
  keys: 'Enter to send, Shift + Enter for a new line',
  lengthUsed: (used: number, limit: number) =>
    `${used.toLocaleString('en')} of ${limit.toLocaleString('en')} characters`,
  lengthOver: (over: number) => `${over.toLocaleString('en')} characters too many`,

  conversation: 'Conversation',
  you: 'You:',
  searching: 'Searching the course…',
  writing: (passages: number) =>
    passages === 1
      ? '1 passage found, writing the answer…'
      : `${passages} passages found, writing the answer…`,
  rereadTitle: 'To reread in the course',
  sourcesTitle: 'Sources cited',
  sourceName: (marker: number, title: string, section: string) =>
    section === ''
      ? `Source ${marker}: ${title}`
      : `Source ${marker}: ${title}, section ${section}`,
  line: (line: number) => `line ${line.toLocaleString('en')}`,
  hinted: 'A hint: the answer is yours to find',
  refused: 'No answer to give here',
  abstained: 'No answer found',
  clarify: 'Which of these sections do you mean?',
  nearest: 'The nearest sections',
  unsupported: 'to be checked',
  unsupportedExplained:
    'Underlined with dots: no quotation of the course was found for these sentences. Check them before you rely on them.',
  dropped: (count: number) =>
    count === 1
      ? '1 quotation that is not in the course was removed.'
      : `${count} quotations that are not in the course were removed.`,
  uncited: 'This answer cites no passage of the course: check it before you rely on it.',
  fallback: 'The language model did not answer. The offline model wrote this answer instead.',
  stopped: 'Stopped before the end. The quotations were not checked.',
  partial: 'This is the beginning of the answer. Its quotations were not checked.',
  retry: 'Try again',
  editQuestion: 'Edit the question',
  retryIn: (seconds: number) =>
    seconds < 90
      ? `Come back in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`
      : `Come back in ${Math.ceil(seconds / 60)} minutes.`,

  panelName: (title: string) => `Document: ${title}`,
  close: 'Close',
  loadingDocument: 'Opening the document…',
  citedPassage: 'Passage cited: ',
  table: 'Table',
  image: (description: string) => (description === '' ? '[Image]' : `[Image: ${description}]`),

  answerStarted: 'Answer in progress',
  answerEnded: (sources: number) =>
    sources === 1 ? 'Answer finished, 1 source' : `Answer finished, ${sources} sources`,
  answerStopped: 'Answer stopped',

  sections: 'Sections of the page',
  askSection: 'Questions',
  draftSection: 'Draft',
  draft: {
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
  },

  errors: {
    'bad-request': 'The server did not understand this question. Reword it and send it again.',
    'sign-in-needed': 'Your access has expired. Enter the course again.',
    'code-wrong': 'This code is not valid. Check it, or ask your trainer for a new one.',
    forbidden: 'The server refused this page. Open Repère again from its own address.',
    'not-found':
      'This conversation or document is no longer on the server. Try again to start afresh.',
    conflict: 'This has changed in the meantime. Reload the page and try again.',
    'question-too-long': 'The question is too long. Shorten it and send it again.',
    'draft-too-long': 'The draft is too long. Send one part of it at a time.',
    'too-large': 'The message is too large. Shorten it and send it again.',
    'unsupported-media-type': 'The server refused the format of the message. Reload the page.',
    'too-many-requests': 'Too many questions at once. Wait a moment before you try again.',
    'index-missing': 'The course is not ready yet. Tell the person who runs this site.',
    'index-broken': 'The index of the course is damaged. Tell the person who runs this site.',
    'index-stale': 'The course has to be indexed again. Tell the person who runs this site.',
    'index-locked':
      'The course is being indexed. Try again later, or tell the person who runs this site.',
    'corpus-unreadable': 'The course could not be read. Tell the person who runs this site.',
    'corpus-invalid': 'A file of the course is wrong. Tell the person who runs this site.',
    'corpus-empty': 'The course holds no document yet. Tell the person who runs this site.',
    'settings-wrong': 'The server is not set up properly. Tell the person who runs this site.',
    'data-in-use': 'The server could not start. Tell the person who runs this site.',
    'data-broken': 'The data of the server is damaged. Tell the person who runs this site.',
    'port-busy': 'The server could not start. Tell the person who runs this site.',
    'disk-full':
      'The server has no room left. Try again later, and tell the person who runs this site.',
    'model-unavailable': 'The language model does not answer. Try again in a moment.',
    'model-interrupted': 'The answer was cut before its end. Try again.',
    internal: 'Something went wrong on the server. Try again.',
    network: 'The server cannot be reached. Check your connection, then try again.',
    'stream-cut': 'The connection was cut before the end of the answer. Try again.',
    unknown: 'Something unexpected happened. Try again, or reload the page.',
  },
} as const;
