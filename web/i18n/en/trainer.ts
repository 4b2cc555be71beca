import { trainerClasses } from './trainer-classes.ts';
import { trainerDocuments } from './trainer-documents.ts';
import { trainerOverview } from './trainer-overview.ts';
import { trainerSettings } from './trainer-settings.ts';
import { trainerUse } from './trainer-use.ts';

/** Sentences of the trainer's pages. */
export const trainer = {
  navigation: 'Trainer’s pages',
  menu: (part: string) => `Pages: ${part}`,
  groups: { use: 'Students', course: 'The course', tutor: 'The tutor', rooms: 'Access' },
  parts: {
    overview: 'Overview',
    unanswered: 'Unanswered questions',
    ratings: 'Ratings',
    exams: 'Exams',
    drafts: 'Shared drafts',
    documents: 'Documents',
    evals: 'Evaluations',
    prompts: 'Instructions',
    classes: 'Classes',
    settings: 'Settings',
  },
  nowhere: 'There is no such page here.',
  toOverview: 'Go to the overview',

  loading: 'Loading…',
  slow: 'The server is taking longer than usual. It will be given up in a few seconds.',
  working: 'One moment…',
  errors: {
    'bad-request': 'The server cannot take this as it is.',
    'not-found': 'This is no longer on the server. Reload the page to see what is.',
    conflict: 'The server refused this change.',
    'too-large': 'This is larger than the server takes. Cut it into several parts.',
    'unsupported-media-type':
      'The server does not read this format. Save the file as text, then try again.',
    'too-many-requests': 'Too much at once. Wait a moment, then try again.',
    'index-locked': 'Another program is indexing the course. Try again when it has ended.',
    'disk-full': 'The server has no room left on its disk. Free some, then try again.',
    'eval-failed': 'The evaluation could not be read or run.',
    internal: 'Something went wrong on the server. Try again, and see its log if it goes on.',
  },
  secretOnce: 'It is shown this once, and cannot be found again: Repère keeps only its imprint.',
  secretNoted: 'I have noted it',
  typeToConfirm: (text: string) => `To confirm, type “${text}”`,

  count: (value: number) => value.toLocaleString('en-GB'),

  overview: trainerOverview,
  documents: trainerDocuments,
  classes: trainerClasses,
  settings: trainerSettings,
  ...trainerUse,
} as const;
