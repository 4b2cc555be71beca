import type { Messages } from '../messages.ts';
import { count, day, moment, plural } from './words.ts';

/** Sentences of the whole page. */
export const common: Messages['common'] = {
  promise: 'Des réponses tirées de votre cours, citations à l’appui.',
  notice:
    'Repère est une IA\u00a0: elle peut se tromper et ne donne pas de note. Vérifiez les citations.',
  otherLanguage: 'English',
  offlineModels: 'Modèles hors ligne',
  offlineShort: 'Modèle local',
  offlineExplained:
    'Aucun modèle de langage n’est branché. Les réponses sont composées de phrases du cours, sur ce serveur\u202f; rien n’en sort.',
  endpointExplained: (model) =>
    `Les réponses sont écrites par le modèle «\u00a0${model}\u00a0», à partir de passages du cours qui lui sont envoyés avec votre question.`,
  broken:
    'Un incident s’est produit dans cette page. Rechargez-la\u00a0: ce que vous avez tapé est conservé.',
  reload: 'Recharger',
  retry: 'Réessayer',
  retryIn: (seconds) =>
    seconds < 90
      ? `Revenez dans ${count(seconds)}\u00a0${plural(seconds, 'seconde', 'secondes')}.`
      : seconds < 5_400
        ? `Revenez dans ${count(Math.ceil(seconds / 60))}\u00a0minutes.`
        : `Revenez dans ${count(Math.ceil(seconds / 3_600))}\u00a0heures.`,
  close: 'Fermer',
  sections: 'Rubriques de la page',
  askSection: 'Questions',
  draftSection: 'Brouillons',
  trainerSection: 'Formateur',
  skip: 'Aller au contenu',
  loadingPart: 'Chargement…',
  partFailed:
    'Cette partie de la page n’a pas pu être chargée. Vérifiez votre connexion, puis réessayez.',
  cancel: 'Annuler',
  day,
  moment,
};
