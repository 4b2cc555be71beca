import type { Messages } from '../messages.ts';

/** Sentences about entering a class, and about what is kept of the person who did. */
export const access: Messages['access'] = {
  entryTitle: 'Entrez dans votre cours',
  entryIntro:
    'Posez des questions sur le cours et demandez un retour sur vos brouillons. Chaque réponse cite le cours.',
  ended:
    'Votre accès sur ce navigateur a pris fin. Entrez de nouveau\u00a0: votre travail est resté où vous l’avez laissé.',
  left: 'Vous êtes sorti. Ce que vous avez écrit reste sur le serveur jusqu’à son effacement.',
  deleted: 'Tout ce qui vous concerne a été effacé de ce serveur.',
  openEnter: 'Entrer',
  openClass: (name) => `On entre sans code dans la classe «\u00a0${name}\u00a0».`,
  code: 'Code de la classe',
  codeHint:
    'Votre formateur vous le donne. Les majuscules, les espaces et les traits d’union ne comptent pas.',
  typeFirst: 'Écrivez d’abord le code dans le champ.',
  typeTokenFirst: 'Écrivez d’abord le jeton dans le champ.',
  continue: 'Continuer',
  chooseTitle: 'Choisissez un pseudonyme',
  chooseIntro: (className) =>
    `Classe\u00a0: ${className}. Ni nom ni adresse électronique ne vous sont demandés.`,
  pseudonyms: 'Pseudonymes',
  others: 'D’autres pseudonymes',
  choose: 'Entrer sous ce pseudonyme',
  taken: 'Ce pseudonyme vient d’être pris. En voici d’autres.',
  back: 'Retour',
  recoveryTitle: 'Votre code de reprise',
  recoveryIntro:
    'Il vous rend vos questions et vos brouillons sur un autre appareil, ou si ce navigateur vous oublie. Il ne s’affiche que maintenant\u00a0: notez-le.',
  copy: 'Copier le code',
  copied: 'Copié',
  notCopied: 'Le navigateur ne l’a pas permis\u00a0: sélectionnez le code et copiez-le.',
  noted: 'Je l’ai noté',
  haveRecovery: 'J’ai un code de reprise',
  recoverTitle: 'Revenir avec votre code de reprise',
  recovery: 'Code de reprise',
  recoveryHint: 'Il vous a été montré à votre première entrée, ou dans «\u00a0Mon accès\u00a0».',
  recover: 'Revenir',
  recoveryWrong:
    'Ce code de reprise n’est pas valable. Vérifiez-le lettre par lettre\u202f; sans lui, entrez avec le code de la classe.',
  haveCode: 'J’ai un code de classe',
  trainerArea: 'Espace formateur',
  trainerTitle: 'Espace formateur',
  trainerIntro:
    'Le jeton a été affiché dans le terminal au premier démarrage du serveur. La personne qui gère le serveur peut en créer un nouveau.',
  token: 'Jeton du formateur',
  enterTrainer: 'Entrer comme formateur',
  studentArea: 'Retour au cours',
  trainerWrong:
    'Ce jeton n’est pas valable. Vérifiez-le, ou faites-en créer un nouveau par la personne qui gère le serveur.',
  sending: 'Vérification…',
  privacyTitle: 'Ce qui est conservé',
  privacy:
    'Votre pseudonyme, vos questions avec leurs réponses et vos brouillons sont conservés sur ce serveur pour un temps limité, 30\u00a0jours sauf autre choix de votre formateur. Votre formateur voit des nombres pour l’ensemble de la classe et, de vos textes, seulement ceux que vous partagez. Vous pouvez tout exporter ou tout effacer à tout moment. Repère est une IA\u00a0: elle peut se tromper et ne donne pas de note.',

  loading: 'Ouverture de Repère…',
  mine: 'Mon accès',
  pseudonym: 'Pseudonyme',
  className: 'Classe',
  keptUntil: (day) => `Ce que vous écrivez aujourd’hui sera effacé au plus tard le ${day}.`,
  recoverySection: 'Code de reprise',
  recoverySectionIntro:
    'Il vous fait retrouver vos questions et vos brouillons sur un autre appareil ou dans un autre navigateur. Un nouveau code remplace le précédent.',
  newRecovery: 'Afficher un nouveau code',
  dataSection: 'Mes données',
  dataIntro:
    'Tout ce que ce serveur conserve de vous\u00a0: questions, réponses, avis et brouillons.',
  export: 'Exporter mes données',
  delete: 'Effacer mes données',
  deleteTitle: 'Tout effacer\u202f?',
  deleteIntro:
    'Vos questions, leurs réponses, vos avis et vos brouillons seront effacés de ce serveur, et votre accès avec eux. Personne ne pourra les rétablir.',
  deleteConfirm: 'Tout effacer',
  keep: 'Tout garder',
  leave: 'Sortir',
  leaveTitle: 'Sortir sur ce navigateur\u202f?',
  leaveIntro:
    'Votre travail reste sur le serveur. Pour le retrouver, il vous faudra votre code de reprise\u00a0: sans lui, personne ne peut vous rendre votre accès.',
  leaveConfirm: 'Sortir',
  stay: 'Rester',
  trainerIn: 'Vous êtes aussi entré comme formateur.',
  trainerLeave: 'Quitter l’espace formateur',
};
