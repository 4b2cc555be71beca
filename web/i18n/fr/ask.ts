import type { Messages } from '../messages.ts';
import { count, plural } from './words.ts';

/** Sentences of the part where questions are asked. */
export const ask: Messages['ask'] = {
  newConversation: 'Nouvelle conversation',
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
  stoppedAtOnce: 'Réponse arrêtée avant son premier mot.',
  stopped: 'Réponse arrêtée avant la fin.',
  partial: 'Voici le début de la réponse\u202f; la suite manque.',
  unchecked: 'Les renvois en gris n’ont pas encore été vérifiés\u00a0: ils n’ouvrent rien.',
  editQuestion: 'Modifier la question',
  answerStarted: 'Réponse en cours',
  answerEnded: (sources) =>
    sources === 0
      ? 'Réponse terminée, aucune source'
      : `Réponse terminée, ${count(sources)}\u00a0${plural(sources, 'source', 'sources')}`,
  answerStopped: 'Réponse arrêtée',
  conversations: 'Conversations',
  newShort: 'Nouvelle',
  noConversation: 'Vos conversations apparaîtront ici.',
  rename: (title) => `Renommer «\u00a0${title}\u00a0»`,
  delete: (title) => `Supprimer «\u00a0${title}\u00a0»`,
  title: 'Titre de la conversation',
  deleteTitle: 'Supprimer cette conversation\u202f?',
  deleteExplained: (title) =>
    `«\u00a0${title}\u00a0» sera supprimée du serveur avec ses questions, ses réponses et vos avis. Personne ne pourra la rétablir.`,
  deleteConversation: 'Supprimer',
  export: 'Exporter',
  exportMarkdown: 'En texte (Markdown)',
  exportJson: 'En données (JSON)',
  openingConversation: 'Ouverture de la conversation…',
  conversationGone:
    'Cette conversation n’est plus sur le serveur\u00a0: elle a été supprimée, ou son temps de conservation est écoulé.',
  reconnecting: 'La connexion a été coupée. Nouvel essai… Rien n’est perdu.',
  resume: 'Reprendre',
  editing: 'Vous modifiez votre dernière question\u00a0: sa réponse sera remplacée.',
  actions: 'Cette réponse',
  helpful: 'Cette réponse m’aide',
  unhelpful: 'Cette réponse ne m’aide pas',
  copy: 'Copier la réponse et ses sources',
  copied: 'Copié',
  notCopied: 'Le navigateur n’a pas permis la copie\u00a0: sélectionnez le texte.',
  again: 'Poser de nouveau la question',
  ratingOpen: 'Préciser',
  ratingClose: 'Terminé',
  thanks: 'Merci.',
  whyUnhelpful: 'Qu’est-ce qui ne va pas\u202f? (facultatif)',
  reasons: {
    inexact: 'Inexact',
    'not-in-course': 'Pas dans le cours',
    'wrong-source': 'Source fausse',
    'gives-solution': 'Donne la solution',
    'too-long': 'Trop long',
    unclear: 'Pas clair',
    other: 'Autre chose',
  },
  share: 'Montrer cette question et sa réponse à mon formateur',
  shareExplained:
    'Votre formateur lira alors les deux textes, sans votre pseudonyme. Il peut en faire un cas de test, sans les noms, qui reste même si vous supprimez vos données. Sinon, seul le nombre d’avis lui est montré.',
  errors: {
    'bad-request': 'Le serveur n’a pas compris cette question. Reformulez-la, puis renvoyez-la.',
    'not-found':
      'Cette conversation n’est plus sur le serveur. Réessayez pour en commencer une autre.',
    conflict:
      'Cette conversation a continué dans un autre onglet ou sur un autre appareil. Reprenez-la pour en voir la suite.',
    'too-many-requests':
      'Vous posez beaucoup de questions à la fois, ou une autre de vos réponses s’écrit encore. Rien n’est perdu\u00a0: réessayez.',
    'day-limit': 'Vous avez posé toutes les questions de la journée. La vôtre reste ici.',
  },
  colon: '\u00a0: ',
  quoted: (text) => `«\u00a0${text}\u00a0»`,
};
