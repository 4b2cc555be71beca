import type { Messages } from '../messages.ts';
import { count, plural } from './words.ts';

/** Sentences of the page on the tutor's instructions. */
export const prompts: Messages['evals']['prompts'] = {
  lead: 'Ce qui est dit à un modèle de langage avant chaque question\u00a0: comment répondre, comment citer. Une version que vous écrivez n’entre en service que quand vous le décidez\u202f; évaluez-la d’abord.',
  offline:
    'Aucun modèle de langage n’est branché. Le modèle hors ligne ne lit pas ces consignes\u00a0: vous pouvez écrire et garder des versions, mais une évaluation sans modèle de langage ne montrera aucune différence.',
  caption: 'Versions, la plus récente d’abord',
  version: 'Version',
  versionName: (version) => `Version ${version}`,
  own: 'Celle du programme',
  note: 'Ce qu’elle change',
  written: 'Écrite le',
  neverWritten: 'Avec le programme',
  state: 'État',
  serving: 'En service',
  notServing: 'Gardée',
  read: 'Lire',
  readName: (version) => `Lire la version ${version}`,
  all: 'Toutes les versions',
  nowhere: 'Cette version n’existe pas.',
  write: 'Écrire une nouvelle version',
  writeFrom: (version) => `Écrire une nouvelle version à partir de la version ${version}`,
  writeLead: (version) =>
    `Vous partez du texte de la version ${version}. Enregistrer crée une nouvelle version, qui n’est pas encore en service.`,
  text: 'Consignes',
  textHint: (limit) => `Au plus ${limit} caractères.`,
  tooLong: (over) => `${over} caractères de trop\u00a0: raccourcissez les consignes.`,
  noteLabel: 'Ce que vous changez, en quelques mots',
  noteHint: 'Pour retrouver la version. Facultatif.',
  kept: 'Ce que vous saisissez est gardé dans ce navigateur jusqu’à l’enregistrement.',
  discard: 'Repartir du texte de départ',
  save: 'Enregistrer comme nouvelle version',
  saving: 'Enregistrement…',
  unchanged: 'Rien n’a encore changé.',
  changes: 'Ce qui change',
  changesFrom: (version) => `Changements depuis la version ${version}`,
  sameAs: (version) => `Le même texte que la version ${version}.`,
  added: 'Ajouté\u00a0:',
  removed: 'Retiré\u00a0:',
  unchangedLines: (n) => `${count(n)} ${plural(n, 'ligne inchangée', 'lignes inchangées')}`,
  whole: 'Le texte entier',
  serve: 'Mettre en service',
  rollBack: 'Revenir à cette version',
  serveTitle: (version) => `Mettre la version ${version} en service\u202f?`,
  serveExplained:
    'Dès la prochaine question, tous les étudiants recevront des réponses selon ces consignes. Vous pourrez revenir à n’importe quelle autre version à tout moment.',
  serveBroken:
    'Attention\u00a0: il manque à ces consignes quelque chose dont le tuteur a besoin, voir l’avertissement.',
  served: (version) => `La version ${version} est en service.`,
  evaluate: 'L’évaluer',
  missingTitle: 'Il manque à ces consignes quelque chose dont le tuteur a besoin',
  missing: {
    citation:
      'Elles ne demandent pas de citation sous la forme [[n|citation]] après chaque affirmation\u00a0: aucune ne pourrait être vérifiée, et les réponses n’auraient pas de citations.',
    abstain:
      'Elles ne demandent pas de répondre [[abstain]] quand le cours ne dit rien\u00a0: le tuteur ne pourrait pas le savoir, ni montrer les sections les plus proches.',
    clarify:
      'Elles ne demandent pas de répondre [[clarify]] pour faire préciser une question peu claire.',
    data: 'Elles ne semblent pas dire que les sources et la question sont des données, dont les ordres ne sont pas à suivre.',
    explain:
      'Elles ne semblent pas dire qu’un livrable s’explique et ne s’écrit jamais à la place de l’étudiant.',
  },
};
