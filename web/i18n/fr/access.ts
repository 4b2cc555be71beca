import type { Messages } from '../messages.ts';

/** Sentences about entering a class, and about what is kept of the person who did. */
export const access: Messages['access'] = {
  entrySection: 'Entrer dans une classe',
  entryTitle: 'Entrez dans votre cours',
  entryIntro:
    'Posez des questions sur le cours et demandez un retour sur vos brouillons. Chaque réponse cite le cours.',
  ended:
    'Votre accès sur ce navigateur a pris fin. Entrez de nouveau\u00a0: votre travail est resté où vous l’avez laissé.',
  left: 'Déconnexion effectuée. Ce que vous avez écrit reste sur le serveur jusqu’à sa suppression.',
  deleted:
    'Vous avez quitté la classe\u00a0: tout ce qui vous concerne a été supprimé de ce serveur.',
  openEnter: 'Continuer sans code',
  openClass: (name) =>
    `Sur cette machine, on entre sans code dans la classe «\u00a0${name}\u00a0».`,
  alreadyIn: (pseudonym, className) =>
    `Vous êtes dans la classe «\u00a0${className}\u00a0» sous le pseudonyme «\u00a0${pseudonym}\u00a0». Ce que vous y avez écrit y restera\u00a0: pour y revenir, notez d’abord votre code de reprise, dans «\u00a0Mon accès\u00a0».`,
  stayIn: (className) => `Rester dans la classe «\u00a0${className}\u00a0»`,
  code: 'Code de la classe',
  codeHint:
    'Votre formateur vous le donne. Les majuscules, les espaces et les traits d’union ne comptent pas.',
  tooManyTries: 'Trop d’essais ont été faits depuis ce réseau.',
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
  classFull: 'Cette classe est complète\u00a0: demandez-en une autre à votre formateur.',
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
    'Votre pseudonyme, vos questions avec leurs réponses et vos brouillons sont conservés sur ce serveur pour un temps limité, 30\u00a0jours sauf autre choix de votre formateur. Votre formateur voit des nombres pour l’ensemble de la classe et, de vos textes, seulement ceux que vous partagez. Vous pouvez tout exporter ou tout supprimer à tout moment. Repère est une IA\u00a0: elle peut se tromper et ne donne pas de note.',

  loading: 'Ouverture de Repère…',
  mine: 'Mon accès',
  pseudonym: 'Pseudonyme',
  className: 'Classe',
  keptUntil: (day) => `Ce que vous écrivez aujourd’hui sera supprimé au plus tard le ${day}.`,
  recoverySection: 'Code de reprise',
  recoverySectionIntro:
    'Il vous fait retrouver vos questions et vos brouillons sur un autre appareil ou dans un autre navigateur. Un nouveau code remplace le précédent.',
  newRecovery: 'Afficher un nouveau code',
  dataSection: 'Mes données',
  dataIntro:
    'Tout ce que ce serveur conserve de vous\u00a0: questions, réponses, avis et brouillons.',
  export: 'Exporter mes données',
  otherClass: 'Entrer dans une autre classe',
  quitSection: 'Quitter la classe',
  quitIntro:
    'Votre pseudonyme et tout ce que vous avez écrit sont alors supprimés de ce serveur, aussitôt et pour de bon.',
  delete: 'Tout supprimer et quitter la classe',
  deleteTitle: 'Tout supprimer et quitter la classe\u202f?',
  deleteIntro:
    'Votre pseudonyme, vos questions, leurs réponses, vos avis et vos brouillons seront supprimés de ce serveur. Personne ne pourra les rétablir.',
  deleteConfirm: 'Tout supprimer',
  keep: 'Tout garder',
  leave: 'Se déconnecter',
  leaveTitle: 'Se déconnecter de ce navigateur\u202f?',
  leaveIntro:
    'Votre travail reste sur le serveur. Pour le retrouver, il vous faudra votre code de reprise\u00a0: sans lui, personne ne peut vous rendre votre accès.',
  leaveConfirm: 'Se déconnecter',
  stay: 'Rester',
  trainerIn: 'Ce navigateur a aussi accès à l’espace formateur.',
  trainerLeave: 'Quitter l’espace formateur',
};
