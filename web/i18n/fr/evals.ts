import type { Messages } from '../messages.ts';
import { evalCounts } from './eval-counts.ts';
import { evalFigures } from './eval-figures.ts';
import { evalOwn } from './eval-own.ts';
import { prompts } from './prompts.ts';

/** Sentences of the trainer's pages on evaluations and on the tutor's instructions. */
export const evals: Messages['evals'] = {
  title: 'Évaluations',
  lead: 'Ce que vaut le tuteur sur des questions dont les bonnes réponses sont écrites. Changez une chose, évaluez, comparez\u00a0: une différence ne compte que si le hasard ne suffit pas à l’expliquer.',
  start: 'Lancer une évaluation',
  empty:
    'Aucune évaluation n’a encore été faite. Commencez par le tuteur tel qu’il répond\u00a0: tout ce que vous essaierez ensuite lui sera comparé.',
  caption: 'Évaluations faites, la plus récente d’abord',
  what: 'Ce qui a été évalué',
  started: 'Lancée le',
  state: 'État',
  cases: 'Cas',
  open: 'Voir les résultats',
  openName: (what, when) => `Voir les résultats\u00a0: ${what}, ${when}`,
  status: { running: 'En cours', complete: 'Terminée', 'cut-short': 'Interrompue' },
  brokeOff:
    'Elle s’est interrompue d’elle-même. Relancez-la\u00a0: elle reprendra où elle en était.',
  program: 'Ce qu’en dit le programme',
  stop: 'Arrêter',
  stopping: 'Arrêt…',
  stopFailed:
    'Elle n’a pas pu être arrêtée\u00a0: elle a peut-être été lancée dans un terminal. Arrêtez-la là-bas.',
  stopExplained: 'Ce qui est fait reste\u00a0: relancée, la même évaluation reprendra de là.',
  ended: 'L’évaluation est terminée.',
  lost: 'Le serveur ne répond plus depuis un instant. Ce qui est affiché date peut-être un peu.',

  variants: {
    main: {
      name: 'Le tuteur tel qu’il répond',
      description: 'La référence de tout ce que vous essaierez.',
    },
    'main-twin': {
      name: 'Le même tuteur sous un autre nom',
      description: 'Comparé au tuteur tel qu’il répond, rien ne doit différer.',
    },
    cautious: {
      name: 'Un tuteur plus prudent',
      description:
        'Demande des indices plus forts avant de répondre, et laisse donc plus de questions sans réponse.',
    },
    'fewer-passages': {
      name: 'Un seul passage',
      description: 'Montre au modèle un passage du cours au lieu de huit.',
    },
    recorded: {
      name: 'Un modèle de langage enregistré',
      description: 'Rejoue les réponses données auparavant par un modèle de langage puissant.',
    },
    'without-expected': {
      name: 'Sans les questions attendues',
      description: 'Le tuteur ignore les questions que vous avez prévues pour le cours.',
    },
  },
  versionName: (version) => `Consignes, version ${version}`,
  ownVersion: 'Les consignes du programme lui-même.',
  noNote: 'Sans note.',

  choose: 'Que voulez-vous évaluer\u202f?',
  chooseLead:
    'Toutes les questions, tous les brouillons et toutes les tentatives sur l’examen qui sont écrits sont soumis à ce tuteur, à l’écart des étudiants et sans les ralentir.',
  estimating: 'Le coût est en cours d’estimation\u00a0: quelques secondes.',
  offlineCost: 'Le modèle hors ligne répond\u00a0: rien ne quitte ce serveur, rien n’est facturé.',
  recordedCost: 'Des réponses enregistrées sont rejouées\u00a0: rien ne quitte ce serveur.',
  offlinePrompt:
    'Le modèle hors ligne ne lit pas les consignes\u00a0: cette évaluation ne peut pas montrer ce qu’elles changent.',
  dollars: (dollars) => `Coût maximal\u00a0: ${dollars.toFixed(2).replace('.', ',')}\u00a0$ US.`,
  noPrice: 'Le prix de ce modèle n’est pas connu\u00a0: ajoutez-le à evals/prices.yaml.',
  begin: 'Lancer',
  beginning: 'Lancement…',
  beginningNote: 'Lecture du cours\u00a0: quelques secondes.',
  busy: 'Une évaluation est déjà en cours. Attendez sa fin, ou arrêtez-la.',

  all: 'Toutes les évaluations',
  computing: 'Calcul des résultats\u00a0: quelques secondes.',
  gone: 'Cette évaluation n’existe plus.',
  reference: 'Comparée à',
  noReference: 'Rien\u00a0: ces résultats seuls',
  report: 'Télécharger le rapport',
  reportNote: 'Un fichier qui s’ouvre sans réseau.',
  voidTitle: 'On ne peut rien en conclure',
  voidOf: { run: 'Cette évaluation', baseline: 'La référence' },
  voids: {
    empty: 'ne contient aucun résultat.',
    incomplete: 'ne contient pas tous les cas.',
    'cut-short': 'a été interrompue.',
    errors: 'contient trop de cas qui n’ont pas pu être soumis au tuteur.',
    unsound: 'contient des nombres qui ne peuvent pas être justes.',
    'same-run': 'est la même évaluation.',
  },
  gates: {
    title: 'Conditions',
    lead: 'Ce que le tuteur doit respecter. Un objectif est affiché et ne bloque rien.',
    caption: 'Conditions, respectées ou non',
    what: 'Condition',
    asked: 'Demandé',
    result: 'Résultat',
    verdicts: {
      pass: 'Respectée',
      fail: 'Non respectée',
      underpowered: 'Trop peu de cas pour le dire',
      void: 'Non mesurée',
    },
    goals: { pass: 'Atteint', fail: 'Non atteint' },
    kinds: {
      invariant: 'Toujours',
      bound: 'Limite',
      'non-inferiority': 'Sans perte',
      advisory: 'Objectif',
    },
  },
  metricsTitle: 'Mesures',
  metricsCaption: (suite) => `Mesures\u00a0: ${suite}`,
  metric: 'Mesure',
  value: 'Valeur',
  interval: 'Intervalle à 95\u00a0%',
  difference: 'Différence',
  wonLost: 'Gagnés, perdus',
  verdict: 'Verdict',
  lowerIsBetter: 'le moins est le mieux',
  verdicts: {
    better: 'Mieux',
    worse: 'Moins bien',
    'no difference shown': 'Pas de différence établie',
  },
  none: '–',
  regressions: 'Ce qui s’est dégradé',
  improvements: 'Ce qui s’est amélioré',
  noRegressions: 'Aucun cas ne s’est dégradé.',
  noImprovements: 'Aucun cas ne s’est amélioré.',
  before: 'Avant',
  after: 'Après',
  found: 'Premiers passages trouvés',
  nothingFound: 'Aucun passage.',
  said: 'L’étudiant',
  decisions: {
    answer: 'Répond',
    hint: 'Donne un indice',
    refuse: 'Refuse',
    abstain: 'Dit que le cours ne répond pas',
    clarify: 'Demande une précision',
  },
  ...evalCounts,

  drafts: {
    title: 'Vos propres cas',
    lead: 'Des questions que des étudiants vous ont montrées et dont vous avez fait des cas, sans les noms. Dites ce qu’est une bonne réponse\u00a0: une évaluation de vos propres cas dira si le tuteur la donne.',
    empty:
      'Aucun pour l’instant. Faites-en un dans «\u00a0Avis\u00a0», à partir d’une question qu’un étudiant vous montre.',
    answered: 'Ce que le tuteur a répondu',
    how: 'Comment un cas rejoint ceux de Repère',
    howText:
      'Dans le fichier evals/cases/drafts.jsonl, relisez la ligne pour y chercher ce qui nommerait encore quelqu’un, recopiez dans «\u00a0gold\u00a0» les passages du cours qui répondent, et dans «\u00a0nuggets\u00a0» les faits que contient une bonne réponse. Déplacez ensuite la ligne dans questions.dev.jsonl.',
  },
  ...evalFigures,
  own: evalOwn,
  prompts,
};
