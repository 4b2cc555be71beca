import type { Messages } from '../messages.ts';
import { count, plural } from './words.ts';

/** Sentences of the trainer's first page. */
export const trainerOverview: Messages['trainer']['overview'] = {
  lead: 'Là où votre cours laisse les étudiants sans réponse, et ce qui demande votre attention.',
  gapsTitle: 'Ce que le cours ne dit pas',
  gapsLead:
    'Les questions restées sans réponse, regroupées par ce qu’elles demandent. Complétez le document\u00a0: le prochain étudiant aura sa réponse.',
  gapsAll: 'Toutes les questions sans réponse',
  todoTitle: 'À régler',
  todoNone: 'Rien d’autre ne demande votre attention.',
  failedDocuments: (files) =>
    files < 2
      ? 'Un fichier du cours n’a pas pu être lu. Les étudiants n’en tirent aucune réponse.'
      : `${count(files)} fichiers du cours n’ont pas pu être lus. Les étudiants n’en tirent aucune réponse.`,
  seeDocuments: 'Voir les documents',
  seeEndpoint: 'Voir le modèle',
  unhelpful: (answers) =>
    answers < 2
      ? 'Une réponse n’a pas aidé son lecteur.'
      : `${count(answers)} réponses n’ont pas aidé leur lecteur.`,
  seeRatings: 'Voir les avis',
  figuresTitle: 'En bref',
  figuresLead: 'Depuis la plus ancienne conversation encore conservée.',
  students: 'Étudiants',
  asked: 'Questions posées',
  unansweredOf: (questions) => `dont ${count(questions)} sans réponse`,
  ratings: 'Réponses utiles',
  ratingsOf: (rated) =>
    rated === 0
      ? 'aucun avis pour l’instant'
      : `sur ${count(rated)} ${plural(rated, 'avis reçu', 'avis reçus')}`,
  hints: 'Indices sur les examens',
  refusals: (refusals) => `et ${count(refusals)} refus`,
  sharedDrafts: 'Brouillons partagés',
  documents: 'Documents accessibles',
  sealed: (documents) =>
    documents === 0
      ? 'aucun n’est masqué'
      : `et ${count(documents)} ${plural(documents, 'masqué', 'masqués')} en entier`,
  none: 'Aucune question n’a encore été posée. Donnez à vos étudiants le code de leur classe\u00a0: ce que le cours ne dit pas s’affichera ici.',
  makeClass: 'Créer une classe',
};
