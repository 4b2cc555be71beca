import type { Messages } from '../messages.ts';
import { count, plural } from './words.ts';

const characters = (length: number): string =>
  `${count(length)}\u00a0${plural(length, 'caractère', 'caractères')}`;

/** Sentences of the part where drafts are written and read. */
export const draft: Messages['draft'] = {
  title: 'Retour sur un brouillon',
  intro:
    'Choisissez une tâche, écrivez ou collez votre brouillon, et lisez, critère par critère, ce qu’il montre et ce qui manque, avec des citations de votre texte et du cours.',
  noMark: 'Aucune note n’est donnée, et rien n’est écrit à votre place.',

  task: 'Tâche',
  chooseTask: 'Choisissez une tâche',
  noTask: 'Ce cours ne propose encore aucune tâche. Votre formateur peut en ajouter.',
  openStatement: 'Lire l’énoncé',
  noStatement: 'L’énoncé n’est pas dans ce cours\u00a0: demandez-le à votre formateur.',
  asked: (criteria) =>
    `Ce qui est regardé\u00a0: ${count(criteria)}\u00a0${plural(criteria, 'critère', 'critères')}`,

  text: 'Votre brouillon',
  textHint: 'Écrivez-le ou collez-le ici, ou déposez un fichier (.md ou .txt).',
  chooseFile: 'Choisir un fichier',
  dropHere: 'Déposez le fichier ici',
  fileProblem: {
    type: 'Seuls les fichiers Markdown et texte brut (.md, .txt) peuvent être lus. Enregistrez votre brouillon sous l’un de ces formats, ou collez son texte.',
    'too-large':
      'Ce fichier est plus long qu’un brouillon ne peut l’être. Envoyez-le partie par partie.',
    binary:
      'Ce fichier ne contient pas de texte. Enregistrez votre brouillon en texte brut, ou collez son texte.',
    empty: 'Ce fichier est vide. Choisissez-en un autre, ou écrivez votre brouillon ici.',
    unreadable: 'Ce fichier n’a pas pu être lu. Choisissez-le de nouveau, ou collez son texte.',
    several: 'Déposez un seul fichier à la fois.',
  },
  fileRead: (name) => `Le brouillon est maintenant celui du fichier «\u00a0${name}\u00a0».`,
  used: (used, limit) => `${count(used)} sur ${characters(limit)}`,
  over: (over) => `${characters(over)} de trop\u00a0: envoyez-le en plusieurs parties`,
  kept: 'Gardé dans ce navigateur jusqu’à l’envoi.',
  notKept:
    'Ce navigateur ne garde pas ce que vous écrivez\u00a0: copiez votre texte avant de quitter la page.',
  others: 'Aussi gardé dans ce navigateur, pour cette tâche',
  other: (moment, length) => `Écrit le ${moment}, ${characters(length)}`,
  takeOther: 'Le reprendre',
  discardOther: 'Jeter',
  discardTitle: 'Jeter ce texte\u202f?',
  discardExplained: 'Le serveur ne l’a pas\u00a0: il ne pourra pas être retrouvé.',
  discardConfirm: 'Jeter',

  previous: 'Comparer avec',
  previousNone: 'Aucun brouillon antérieur',
  send: 'Demander un retour',
  sending: 'Envoi…',
  chooseFirst: 'Choisissez d’abord la tâche.',
  writeFirst: 'Écrivez d’abord quelques phrases.',
  retrySend: 'Renvoyer',

  history: 'Vos brouillons',
  noHistory: 'Les brouillons que vous enverrez seront ici, avec leur retour.',
  draftOf: (number, moment) =>
    number === null ? `Brouillon du ${moment}` : `Brouillon ${number}, du ${moment}`,
  length: characters,
  status: {
    streaming: 'en lecture',
    complete: 'lu',
    stopped: 'arrêté',
    interrupted: 'interrompu',
    failed: 'non lu',
  },
  sharedBadge: 'montré au formateur',
  compare: 'Comparer',
  remove: 'Supprimer',
  removeNamed: (name) => `Supprimer\u00a0: ${name}`,
  compareNamed: (name) => `Comparer avec le précédent\u00a0: ${name}`,
  removeTitle: 'Supprimer ce brouillon\u202f?',
  removeExplained:
    'Le brouillon et son retour seront supprimés du serveur pour de bon. Les brouillons suivants restent, mais ne pourront plus l’afficher à côté d’eux.',
  removeConfirm: 'Supprimer pour de bon',
  removed: 'Le brouillon a été supprimé.',

  back: 'Tous les brouillons',
  loading: 'Ouverture du brouillon…',
  gone: 'Ce brouillon n’existe pas ou n’existe plus. Il a peut-être été supprimé.',
  writeNext: 'Écrire la version suivante',
  share: 'Montrer à mon formateur',
  shareOff: 'Vous seul pouvez lire ce brouillon et son retour.',
  shareOn:
    'Votre formateur peut lire ce brouillon et son retour, sous votre pseudonyme. Vous pouvez y mettre fin à tout moment\u202f; ce qui a été lu reste lu.',

  reading: 'Lecture de votre brouillon',
  readingNone: 'Lecture du premier critère…',
  progress: (number, of) =>
    `${count(number)}\u00a0${plural(number, 'critère lu', 'critères lus')} sur ${count(of)}`,
  step: { done: 'lu', now: 'en cours', waiting: 'en attente' },
  check: 'Vérification des citations',
  reconnecting: 'La connexion est perdue. Nouvelle tentative\u202f; rien n’est perdu.',
  safe: 'Le brouillon est enregistré\u00a0: vous pouvez quitter cette page et y revenir.',
  stop: 'Arrêter',
  stopped: 'La lecture a été arrêtée. Votre brouillon est enregistré.',
  interrupted: 'La lecture a été interrompue. Votre brouillon est enregistré.',
  failed: 'Le brouillon n’a pas pu être lu. Il est enregistré.',
  again: 'Relancer la lecture',
  announceStart: 'Lecture de votre brouillon en cours',
  announceEnd: (items) =>
    `Retour prêt, ${count(items)}\u00a0${plural(items, 'point', 'points')} à lire`,

  views: 'Affichage',
  feedbackView: 'Retour',
  compareView: 'Comparer avec le précédent',
  first: 'À lire d’abord',
  nothingFirst: 'Rien de particulier\u00a0: voyez les critères ci-dessous.',
  kind: { strength: 'Ce qui tient', gap: 'Ce qui manque', draft: 'L’ensemble du brouillon' },
  question: 'À vous demander',
  next: 'Prochaine étape',
  criteria: 'Critère par critère',
  whole: 'L’ensemble du brouillon',
  finding: { met: 'montré', partial: 'en partie', missing: 'absent' },
  remark: 'Remarque',
  toRemark: (sign) => `Voir la remarque ${sign}`,
  itemOf: 'Question et prochaine étape',
  toItem: (sign, name) => `Critère ${sign}, ${name}\u00a0: question et prochaine étape`,
  toItemWhole: (sign) => `Remarque ${sign}\u00a0: question et prochaine étape`,
  toCriterion: (sign, name) => `Voir le critère ${sign}, ${name}`,
  inDraft: (sign, name) => `Critère ${sign}, ${name}\u00a0: voir dans le brouillon`,
  inDraftWhole: (sign) => `Remarque ${sign}\u00a0: voir dans le brouillon`,
  markOf: (sign, name) => `Cité pour le critère ${sign}, ${name}`,
  markOfWhole: (sign) => `Cité pour la remarque ${sign}`,
  yours: 'Dans votre brouillon',
  noQuotation: 'Rien dans le brouillon n’en parle encore.',
  course: 'Dans le cours',
  yourDraft: 'Votre brouillon',

  since: 'Depuis le brouillon précédent',
  nothingSince: 'Rien n’a changé, point par point, depuis le brouillon précédent.',
  change: { addressed: 'traité', 'still-open': 'encore ouvert', new: 'nouveau' },
  before: 'Avant',
  now: 'Maintenant',
  noneQuoted: 'aucun passage cité',
  goneQuotation: 'Ce passage n’est plus dans le brouillon.',
  oldDraft: 'Le brouillon précédent',
  newDraft: 'Ce brouillon',
  oldGone: 'Le brouillon précédent a été supprimé\u00a0: ce qui en était cité est ci-dessus.',

  errors: {
    'bad-request':
      'Ce texte ne peut pas être lu comme un brouillon. Vérifiez que c’est bien du texte, puis renvoyez-le.',
    'not-found': 'Ce brouillon ou sa tâche n’existe plus. Rechargez la page.',
    'too-many-requests':
      'Trop de brouillons sont en lecture. Le vôtre est gardé ici\u00a0: renvoyez-le dans un moment.',
    'day-limit':
      'Les brouillons d’une tâche peuvent être lus cinq fois par jour. Celui-ci est gardé ici jusqu’à ce que vous le renvoyiez.',
    'stream-cut': 'La connexion a été coupée. Rien n’est perdu\u202f; réessayez.',
    network:
      'Le serveur est injoignable. Rien n’est perdu\u00a0: vérifiez votre connexion, puis réessayez.',
    'sign-in-needed':
      'Votre accès a expiré. Votre brouillon est gardé ici\u00a0: entrez de nouveau dans le cours, puis renvoyez-le.',
  },

  repaired: 'Des caractères abîmés du brouillon ont été réparés avant la lecture.',
  dropped: (quotations) =>
    quotations < 2
      ? 'Une citation introuvable a été retirée.'
      : `${count(quotations)} citations introuvables ont été retirées.`,
  fallback:
    'Le modèle de langage n’a pas répondu. Le moteur hors ligne a lu ce brouillon à sa place.',
};
