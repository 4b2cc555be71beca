/** Sentences of the part where questions are asked. */
export const ask = {
  newConversation: 'New conversation',
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
  stoppedAtOnce: 'Stopped before the first word.',
  stopped: 'Stopped before the end.',
  partial: 'This is the beginning of the answer; the rest is missing.',
  unchecked: 'The markers in grey have not been checked yet: they open nothing.',
  editQuestion: 'Edit the question',
  answerStarted: 'Answer in progress',
  answerEnded: (sources: number) =>
    sources === 1 ? 'Answer finished, 1 source' : `Answer finished, ${sources} sources`,
  answerStopped: 'Answer stopped',
  conversations: 'Conversations',
  newShort: 'New',
  noConversation: 'Your conversations will appear here.',
  rename: (title: string) => `Rename “${title}”`,
  delete: (title: string) => `Delete “${title}”`,
  title: 'Title of the conversation',
  deleteTitle: 'Delete this conversation?',
  deleteExplained: (title: string) =>
    `“${title}” will be deleted from the server with its questions, answers and ratings. Nobody can bring it back.`,
  deleteConversation: 'Delete',
  export: 'Export',
  exportMarkdown: 'As text (Markdown)',
  exportJson: 'As data (JSON)',
  openingConversation: 'Opening the conversation…',
  conversationGone:
    'This conversation is no longer on the server: it was deleted, or the time it is kept for is over.',
  reconnecting: 'The connection was cut. Trying again… Nothing is lost.',
  resume: 'Resume',
  editing: 'You are editing your last question: its answer will be replaced.',
  actions: 'This answer',
  helpful: 'This answer helps me',
  unhelpful: 'This answer does not help me',
  copy: 'Copy the answer and its sources',
  copied: 'Copied',
  notCopied: 'The browser did not allow the copy: select the text.',
  again: 'Ask again',
  ratingOpen: 'Say more',
  ratingClose: 'Done',
  thanks: 'Thank you.',
  whyUnhelpful: 'What is wrong? (optional)',
  reasons: {
    inexact: 'Inaccurate',
    'not-in-course': 'Not in the course',
    'wrong-source': 'Wrong source',
    'gives-solution': 'Gives the solution away',
    'too-long': 'Too long',
    unclear: 'Not clear',
    other: 'Something else',
  },
  share: 'Show this question and its answer to my trainer',
  shareExplained:
    'Your trainer then reads both texts, without your pseudonym. They may make a test case of them, names left out, which stays even if you delete your data. Otherwise only the number of ratings is shown.',
  errors: {
    'bad-request': 'The server did not understand this question. Reword it and send it again.',
    'not-found': 'This conversation is no longer on the server. Try again to begin another one.',
    conflict:
      'This conversation went on in another tab or on another device. Resume it to see the rest.',
    'too-many-requests':
      'You are asking many questions at once, or another of your answers is still being written. Nothing is lost: try again.',
    'day-limit': 'You have asked all the questions of the day. This one stays here.',
  },
  colon: ': ',
  quoted: (text: string) => `“${text}”`,
} as const;
