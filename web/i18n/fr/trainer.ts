import type { Messages } from '../messages.ts';
import { trainerClasses } from './trainer-classes.ts';
import { trainerDocuments } from './trainer-documents.ts';
import { trainerOverview } from './trainer-overview.ts';
import { trainerSettings } from './trainer-settings.ts';
import { trainerUse } from './trainer-use.ts';
import { count } from './words.ts';

/** Sentences of the trainer's pages. */
export const trainer: Messages['trainer'] = {
  navigation: 'Pages du formateur',
  menu: (part) => `Pages\u00a0: ${part}`,
  groups: {
    use: 'Ce que vivent les étudiants',
    course: 'Le cours',
    tutor: 'Le tuteur',
    rooms: 'Les accès',
  },
  parts: {
    overview: 'Vue d’ensemble',
    unanswered: 'Questions sans réponse',
    ratings: 'Avis',
    exams: 'Examens',
    drafts: 'Brouillons partagés',
    documents: 'Documents',
    evals: 'Évaluations',
    prompts: 'Consignes',
    classes: 'Classes',
    settings: 'Réglages',
  },
  nowhere: 'Cette page n’existe pas.',
  toOverview: 'Aller à la vue d’ensemble',

  loading: 'Chargement…',
  slow: 'Le serveur met plus de temps que d’habitude. Sans nouvelles d’ici quelques secondes, la demande sera abandonnée.',
  working: 'Un instant…',
  secretOnce:
    'Affiché une seule fois, et introuvable ensuite\u00a0: Repère n’en garde que l’empreinte.',
  secretNoted: 'C’est noté',
  typeToConfirm: (text) => `Pour confirmer, saisissez «\u00a0${text}\u00a0»`,

  count,

  overview: trainerOverview,
  documents: trainerDocuments,
  classes: trainerClasses,
  settings: trainerSettings,
  ...trainerUse,
};
