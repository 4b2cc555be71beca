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
    use: 'Les étudiants',
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
  errors: {
    'bad-request': 'Le serveur ne peut pas prendre cela tel quel.',
    'not-found': 'Cela n’est plus sur le serveur. Rechargez la page pour voir ce qui y est.',
    conflict: 'Le serveur a refusé ce changement.',
    'too-large':
      'C’est plus volumineux que ce que le serveur accepte. Partagez-le en plusieurs parties.',
    'unsupported-media-type':
      'Le serveur ne lit pas ce format. Enregistrez le fichier au format texte, puis recommencez.',
    'too-many-requests': 'Trop de choses à la fois. Attendez un moment, puis recommencez.',
    'index-locked': 'Un autre programme indexe le cours. Recommencez quand il aura terminé.',
    'disk-full': 'Le serveur n’a plus de place sur son disque. Libérez-en, puis recommencez.',
    'eval-failed': 'L’évaluation n’a pas pu être lue ou menée.',
    internal:
      'Quelque chose s’est mal passé sur le serveur. Recommencez, et voyez son journal si cela persiste.',
  },
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
