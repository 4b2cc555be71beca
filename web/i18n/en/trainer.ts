import { trainerClasses } from './trainer-classes.ts';
import { trainerDocuments } from './trainer-documents.ts';
import { trainerOverview } from './trainer-overview.ts';
import { trainerSettings } from './trainer-settings.ts';
import { trainerUse } from './trainer-use.ts';

/** Sentences of the trainer's pages. */
export const trainer = {
  navigation: 'Trainer’s pages',
  menu: (part: string) => `Pages: ${part}`,
  groups: { use: 'What students meet', course: 'The course', tutor: 'The tutor', rooms: 'Access' },
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
