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
  stopped: 'Stopped before the end. The quotations were not checked.',
  partial: 'This is the beginning of the answer. Its quotations were not checked.',
  editQuestion: 'Edit the question',
  answerStarted: 'Answer in progress',
  answerEnded: (sources: number) =>
    sources === 1 ? 'Answer finished, 1 source' : `Answer finished, ${sources} sources`,
  answerStopped: 'Answer stopped',
} as const;
