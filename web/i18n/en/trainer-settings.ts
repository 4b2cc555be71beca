/** Sentences of the trainer's settings and of the state of the model endpoint. */
export const trainerSettings = {
  lead: 'How long students’ work is kept, which model answers, and who may come in here.',
  retentionTitle: 'How long students’ work is kept',
  retentionLead:
    'Conversations and drafts that nobody has touched for this long are deleted for good, with their ratings. Students can export or delete theirs at any time.',
  retentionDays: 'Days',
  retentionHint: (least: number, most: number, usual: number) =>
    `From ${least} to ${most}; usually ${usual}.`,
  retentionWrong: (least: number, most: number) =>
    `Give a whole number of days from ${least} to ${most}.`,
  retentionSave: 'Save',
  retentionSaved: (days: number) =>
    days === 1 ? 'Saved: 1 day.' : `Saved: ${days.toLocaleString('en-GB')} days.`,
  shorterTitle: 'Keep students’ work for less time?',
  shorterLead: (before: number, after: number) =>
    `What has not been touched for ${after.toLocaleString('en-GB')} ${after === 1 ? 'day' : 'days'} is deleted at the next pass, instead of after ${before.toLocaleString('en-GB')}. It cannot be brought back.`,
  shorterDo: 'Keep it for less time',
  stored: (conversations: number, drafts: number) =>
    `Stored at present: ${conversations.toLocaleString('en-GB')} ${conversations === 1 ? 'conversation' : 'conversations'} and ${drafts.toLocaleString('en-GB')} ${drafts === 1 ? 'draft' : 'drafts'}.`,
  lastRun: (moment: string) => `What was too old was last deleted on ${moment}.`,
  neverRun: 'Nothing has had to be deleted yet.',

  endpointTitle: 'The model that answers',
  endpointModel: 'Model',
  endpointHost: 'Server of the model',
  endpointChecked: 'Last contact',
  endpointNever: 'none yet',
  check: 'Check now',
  checked: 'Checked just now.',
  states: {
    offline: 'Offline',
    unknown: 'Not called yet',
    ready: 'It answers',
    'key-wrong': 'The key is refused',
    'model-unknown': 'The model does not exist there',
    unreachable: 'It cannot be reached',
    quota: 'The quota is used up',
    failing: 'It answers with errors',
  },
  statesExplained: {
    offline:
      'No language model is connected. Answers are put together from sentences of the course, on this server; nothing leaves it. To connect one, set OPENAI_BASE_URL and CHAT_MODEL in the file .env, then restart.',
    unknown: 'A model is set up and nobody has asked it anything yet. Check it now.',
    ready: 'A language model writes the answers, from the passages found in the course.',
    'key-wrong':
      'The model’s server refuses the key. Put a valid OPENAI_API_KEY into the file .env, then restart. Until then the offline model answers.',
    'model-unknown':
      'The model’s server does not know this model. Correct CHAT_MODEL in the file .env, then restart. Until then the offline model answers.',
    unreachable:
      'The model’s server does not answer. Check OPENAI_BASE_URL and the network. Until it answers, the offline model does.',
    quota:
      'The account has no credit left, or its limit is reached. Raise it with the provider. Until then the offline model answers.',
    failing:
      'The model’s server fails on most calls. Wait, or see what the provider says of its state. Meanwhile the offline model answers.',
  },

  tokenTitle: 'The trainer’s token',
  tokenLead:
    'Whoever has the token sees these pages. Make a new one when it may be known to others, or when a trainer leaves.',
  token: 'Make a new token',
  tokenAsk: 'Make a new token?',
  tokenAskLead:
    'The present token ends at once, and other browsers that entered with it are shown out. This one stays.',
  tokenDo: 'Make a new token',
  tokenNew: 'Your new token',
  tokenNewLead: 'Keep it where you keep your passwords.',
} as const;
