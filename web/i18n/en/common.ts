/** Sentences of the whole page. */
export const common = {
  promise: 'Answers drawn from your course, with the quotations to prove it.',
  notice: 'Repère is an AI: it can be wrong, and it gives no mark. Check the quotations.',
  otherLanguage: 'Français',
  offlineModels: 'Offline models',
  offlineShort: 'Local model',
  offlineExplained:
    'No language model is connected. Answers are put together from sentences of the course, on this server; nothing leaves it.',
  endpointExplained: (model: string) =>
    `Answers are written by the model “${model}”, from passages of the course sent to it with your question.`,
  broken: 'Something went wrong in this page. Reload it: what you typed is kept.',
  reload: 'Reload',
  retry: 'Try again',
  retryIn: (seconds: number) =>
    seconds < 90
      ? `Come back in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`
      : seconds < 5_400
        ? `Come back in ${Math.ceil(seconds / 60)} minutes.`
        : `Come back in ${Math.ceil(seconds / 3_600)} hours.`,
  close: 'Close',
  sections: 'Sections of the page',
  askSection: 'Questions',
  draftSection: 'Drafts',
  trainerSection: 'Trainer',
  skip: 'Skip to the content',
  loadingPart: 'Loading…',
  partFailed: 'This part of the page could not be loaded. Check your connection, then try again.',
  cancel: 'Cancel',
  /** A day, from ISO 8601. */
  day: (iso: string) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date(iso)),
  /** A day and a time in the reader's time zone, from ISO 8601. */
  moment: (iso: string) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' }).format(
      new Date(iso),
    ),
} as const;
