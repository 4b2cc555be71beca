import type { Messages } from '../messages.ts';
import { count, plural } from './words.ts';

const days = (value: number): string => `${count(value)}\u00a0${plural(value, 'jour', 'jours')}`;

/** Sentences of the trainer's settings and of the state of the model endpoint. */
export const trainerSettings: Messages['trainer']['settings'] = {
  lead: 'Combien de temps le travail des étudiants est gardé, quel modèle répond, et qui peut entrer ici.',
  retentionTitle: 'Durée de conservation',
  retentionLead:
    'Les conversations et les brouillons auxquels personne n’a touché depuis ce temps sont supprimés définitivement, avec leurs avis. Les étudiants peuvent exporter ou supprimer les leurs à tout moment.',
  retentionDays: 'Jours',
  retentionHint: (least, most, usual) =>
    `De ${count(least)} à ${count(most)}\u202f; ${count(usual)} d’ordinaire.`,
  retentionWrong: (least, most) =>
    `Indiquez un nombre entier de jours, de ${count(least)} à ${count(most)}.`,
  retentionSave: 'Enregistrer',
  retentionSaved: (value) => `Enregistré\u00a0: ${days(value)}.`,
  shorterTitle: 'Garder moins longtemps le travail des étudiants\u202f?',
  shorterLead: (before, after) =>
    `Ce qui n’a pas été touché depuis ${days(after)} sera supprimé au prochain passage, au lieu de ${days(before)}. Il ne pourra pas être récupéré.`,
  shorterDo: 'Garder moins longtemps',
  stored: (conversations, drafts) =>
    `Conservés en ce moment\u00a0: ${count(conversations)} ${plural(conversations, 'conversation', 'conversations')} et ${count(drafts)} ${plural(drafts, 'brouillon', 'brouillons')}.`,
  lastRun: (moment) => `Dernière suppression de ce qui était trop ancien\u00a0: le ${moment}.`,
  neverRun: 'Rien n’a encore dû être supprimé.',

  endpointTitle: 'Le modèle qui répond',
  endpointModel: 'Modèle',
  endpointHost: 'Serveur du modèle',
  endpointChecked: 'Dernier contact',
  endpointNever: 'aucun pour l’instant',
  check: 'Vérifier maintenant',
  checked: 'Vérifié à l’instant.',
  states: {
    offline: 'Hors ligne',
    unknown: 'Pas encore appelé',
    ready: 'Il répond',
    'key-wrong': 'La clé est refusée',
    'model-unknown': 'Ce modèle n’y existe pas',
    unreachable: 'Il est injoignable',
    quota: 'Le quota est épuisé',
    failing: 'Il répond par des erreurs',
  },
  statesExplained: {
    offline:
      'Aucun modèle de langage n’est branché. Les réponses sont composées de phrases du cours, sur ce serveur\u202f; rien n’en sort. Pour en brancher un, renseignez OPENAI_BASE_URL et CHAT_MODEL dans le fichier .env, puis redémarrez.',
    unknown: 'Un modèle est réglé, et personne ne l’a encore sollicité. Vérifiez-le maintenant.',
    ready: 'Un modèle de langage écrit les réponses, à partir des passages trouvés dans le cours.',
    'key-wrong':
      'Le serveur du modèle refuse la clé. Mettez une OPENAI_API_KEY valable dans le fichier .env, puis redémarrez. D’ici là, le modèle hors ligne répond.',
    'model-unknown':
      'Le serveur du modèle ne connaît pas ce modèle. Corrigez CHAT_MODEL dans le fichier .env, puis redémarrez. D’ici là, le modèle hors ligne répond.',
    unreachable:
      'Le serveur du modèle ne répond pas. Vérifiez OPENAI_BASE_URL et le réseau. D’ici là, le modèle hors ligne répond.',
    quota:
      'Le compte n’a plus de crédit, ou sa limite est atteinte. Relevez-la chez le fournisseur. D’ici là, le modèle hors ligne répond.',
    failing:
      'Le serveur du modèle échoue à la plupart des appels. Patientez, ou voyez ce que le fournisseur dit de son état. D’ici là, le modèle hors ligne répond.',
  },

  tokenTitle: 'Le jeton du formateur',
  tokenLead:
    'Quiconque a le jeton voit ces pages. Créez-en un nouveau s’il a pu être connu d’autres personnes, ou quand un formateur s’en va.',
  token: 'Créer un nouveau jeton',
  tokenAsk: 'Créer un nouveau jeton\u202f?',
  tokenAskLead:
    'Le jeton actuel cesse aussitôt de valoir, et les autres navigateurs entrés avec lui sont déconnectés. Celui-ci reste.',
  tokenDo: 'Créer un nouveau jeton',
  tokenNew: 'Votre nouveau jeton',
  tokenNewLead: 'Gardez-le là où vous gardez vos mots de passe.',
};
