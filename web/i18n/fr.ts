import type { Messages } from './messages.ts';

/** `toLocaleString('fr')` separates thousands with a narrow no-break space, as French typography wants. */
const count = (value: number): string => value.toLocaleString('fr');

/** French takes the singular for 0 and 1. */
const plural = (value: number, one: string, many: string): string => (value < 2 ? one : many);

/** Every sentence of the page, in French. No-break spaces are written as escapes, so that they can be seen. */
export const fr: Messages = {
  promise: 'Des réponses tirées de votre cours, citations à l’appui.',
  notice:
    'Repère est une IA\u00a0: elle peut se tromper et ne donne pas de note. Vérifiez les citations.',
  otherLanguage: 'English',
  newConversation: 'Nouvelle conversation',

  offlineModels: 'Modèles hors ligne',
  offlineExplained:
    'Aucun modèle de langage n’est branché. Les réponses sont composées de phrases du cours, sur ce serveur\u202f; rien n’en sort.',
  endpointExplained: (model) =>
    `Les réponses sont écrites par le modèle «\u00a0${model}\u00a0», à partir de passages du cours qui lui sont envoyés avec votre question.`,

  introTitle: 'Posez une question sur le cours',
  intro:
    'Chaque réponse cite le cours, et chaque citation ouvre le document au passage cité. Quand le cours ne répond pas, Repère le dit.',
  startersTitle: 'Par exemple',

  questionLabel: 'Votre question',
  send: 'Envoyer',
  stop: 'Arrêter',
  keys: 'Entrée pour envoyer, Maj + Entrée pour aller à la ligne',
  lengthUsed: (used, limit) => `${count(used)} caractères sur ${count(limit)}`,
  lengthOver: (over) => `${count(over)} ${plural(over, 'caractère', 'caractères')} de trop`,

  conversation: 'Conversation',
  you: 'Vous\u00a0:',
  searching: 'Recherche dans le cours…',
  writing: (passages) =>
    `${count(passages)} ${plural(passages, 'passage trouvé', 'passages trouvés')}, rédaction de la réponse…`,
  sourcesTitle: 'Sources citées',
  rereadTitle: 'À relire dans le cours',
  sourceName: (marker, title, section) =>
    section === ''
      ? `Source ${marker}\u00a0: ${title}`
      : `Source ${marker}\u00a0: ${title}, section ${section}`,
  line: (line) => `ligne\u00a0${count(line)}`,
  abstained: 'Question sans réponse',
  hinted: 'Indice\u00a0: à vous de trouver',
  refused: 'Pas de réponse à donner ici',
  clarify: 'Laquelle de ces sections vous intéresse\u202f?',
  nearest: 'Les sections les plus proches',
  unsupported: 'à vérifier',
  unsupportedExplained:
    'Souligné en pointillés\u00a0: aucune citation du cours n’a été trouvée pour ces phrases. Vérifiez-les avant de vous y fier.',
  dropped: (quotations) =>
    quotations < 2
      ? 'Une citation qui n’est pas dans le cours a été retirée.'
      : `${count(quotations)} citations qui ne sont pas dans le cours ont été retirées.`,
  uncited: 'Cette réponse ne cite aucun passage du cours\u00a0: vérifiez-la avant de vous y fier.',
  fallback:
    'Le modèle de langage n’a pas répondu. Le modèle hors ligne a écrit cette réponse à sa place.',
  stopped: 'Réponse arrêtée avant la fin. Les citations n’ont pas été vérifiées.',
  partial: 'Voici le début de la réponse. Ses citations n’ont pas été vérifiées.',
  retry: 'Réessayer',
  editQuestion: 'Modifier la question',
  retryIn: (seconds) =>
    seconds < 90
      ? `Revenez dans ${count(seconds)}\u00a0${plural(seconds, 'seconde', 'secondes')}.`
      : `Revenez dans ${count(Math.ceil(seconds / 60))}\u00a0minutes.`,

  panelName: (title) => `Document\u00a0: ${title}`,
  close: 'Fermer',
  loadingDocument: 'Ouverture du document…',
  citedPassage: 'Passage cité\u00a0: ',
  table: 'Tableau',
  image: (description) => (description === '' ? '[Image]' : `[Image\u00a0: ${description}]`),

  answerStarted: 'Réponse en cours',
  answerEnded: (sources) =>
    sources === 0
      ? 'Réponse terminée, aucune source'
      : `Réponse terminée, ${count(sources)}\u00a0${plural(sources, 'source', 'sources')}`,
  answerStopped: 'Réponse arrêtée',

  sections: 'Rubriques de la page',
  askSection: 'Questions',
  draftSection: 'Brouillon',
  draft: {
    title: 'Retour sur un brouillon',
    intro:
      'Choisissez la tâche, collez votre brouillon et lisez ce qu’il montre et ce qui manque, avec des citations de votre texte et du cours. Aucune note n’est donnée, et rien n’est écrit à votre place.',
    task: 'Tâche',
    chooseTask: 'Choisissez une tâche',
    noTask: 'Ce cours ne donne aucune tâche.',
    text: 'Votre brouillon',
    previous: 'Votre brouillon précédent, pour comparer (facultatif)',
    used: (used, limit) => `${count(used)} caractères sur ${count(limit)}`,
    send: 'Demander un retour',
    stop: 'Arrêter',
    reading: 'Lecture du brouillon…',
    progress: (number, of) => `Critère ${count(number)} sur ${count(of)} lu`,
    ended: (items) =>
      `Retour prêt, ${count(items)}\u00a0${plural(items, 'point', 'points')} à lire`,
    stopped: 'Lecture arrêtée.',
    first: 'À lire d’abord',
    criteria: 'Critère par critère',
    since: 'Depuis le brouillon précédent',
    finding: { met: 'montré', partial: 'en partie', missing: 'à traiter' },
    change: { addressed: 'traité', 'still-open': 'encore ouvert', new: 'nouveau' },
    question: 'Question',
    next: 'Prochaine étape',
    yours: 'Votre brouillon',
    course: 'Le cours',
    before: 'Avant',
    now: 'Maintenant',
    gone: 'Ce passage n’est plus dans le brouillon.',
    repaired: 'Des caractères abîmés du brouillon ont été réparés avant la lecture.',
    dropped: (quotations) =>
      quotations < 2
        ? 'Une citation introuvable a été retirée.'
        : `${count(quotations)} citations introuvables ont été retirées.`,
    fallback:
      'Le modèle de langage n’a pas répondu. Le moteur hors ligne a lu ce brouillon à sa place.',
  },

  errors: {
    'bad-request': 'Le serveur n’a pas compris cette question. Reformulez-la, puis renvoyez-la.',
    'sign-in-needed': 'Votre accès a expiré. Entrez de nouveau dans le cours.',
    'code-wrong':
      'Ce code n’est pas valable. Vérifiez-le, ou demandez-en un nouveau à votre formateur.',
    forbidden: 'Le serveur a refusé cette page. Rouvrez Repère depuis son adresse.',
    'not-found':
      'Cette conversation ou ce document n’est plus sur le serveur. Réessayez pour repartir de zéro.',
    conflict: 'Cela a changé entre-temps. Rechargez la page, puis recommencez.',
    'question-too-long': 'La question est trop longue. Raccourcissez-la, puis renvoyez-la.',
    'draft-too-long': 'Le brouillon est trop long. Envoyez-le en plusieurs parties.',
    'too-large': 'Le message est trop volumineux. Raccourcissez-le, puis renvoyez-le.',
    'unsupported-media-type': 'Le serveur a refusé le format du message. Rechargez la page.',
    'too-many-requests': 'Trop de questions à la fois. Attendez un moment avant de réessayer.',
    'index-missing': 'Le cours n’est pas encore prêt. Prévenez la personne qui gère ce site.',
    'index-broken': 'L’index du cours est abîmé. Prévenez la personne qui gère ce site.',
    'index-stale': 'Le cours doit être indexé de nouveau. Prévenez la personne qui gère ce site.',
    'index-locked':
      'Le cours est en cours d’indexation. Réessayez plus tard, ou prévenez la personne qui gère ce site.',
    'corpus-unreadable': 'Le cours n’a pas pu être lu. Prévenez la personne qui gère ce site.',
    'corpus-invalid': 'Un fichier du cours est incorrect. Prévenez la personne qui gère ce site.',
    'corpus-empty':
      'Le cours ne contient encore aucun document. Prévenez la personne qui gère ce site.',
    'settings-wrong': 'Le serveur est mal réglé. Prévenez la personne qui gère ce site.',
    'data-in-use': 'Le serveur n’a pas pu démarrer. Prévenez la personne qui gère ce site.',
    'data-broken': 'Les données du serveur sont abîmées. Prévenez la personne qui gère ce site.',
    'port-busy': 'Le serveur n’a pas pu démarrer. Prévenez la personne qui gère ce site.',
    'disk-full':
      'Le serveur n’a plus de place. Réessayez plus tard et prévenez la personne qui gère ce site.',
    'model-unavailable': 'Le modèle de langage ne répond pas. Réessayez dans un moment.',
    'model-interrupted': 'La réponse a été coupée avant la fin. Réessayez.',
    internal: 'Une erreur s’est produite sur le serveur. Réessayez.',
    network: 'Le serveur est injoignable. Vérifiez votre connexion, puis réessayez.',
    'stream-cut': 'La connexion a été coupée avant la fin de la réponse. Réessayez.',
    unknown: 'Un incident imprévu s’est produit. Réessayez, ou rechargez la page.',
  },
};
