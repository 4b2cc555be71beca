import type { Messages } from '../messages.ts';
import { count } from './words.ts';

type Figures = Pick<
  Messages['evals'],
  | 'share'
  | 'mean'
  | 'points'
  | 'signedMean'
  | 'between'
  | 'caseCount'
  | 'asked'
  | 'models'
  | 'suites'
  | 'measures'
>;

const number = (value: number, digits: number) =>
  value
    .toLocaleString('fr-FR', { minimumFractionDigits: digits, maximumFractionDigits: digits })
    .replace('-', '−');
const sign = (value: number) => (value > 0 ? '+' : '');

/** Names of suites and measures, and how their numbers are written. */
export const evalFigures: Figures = {
  share: (value) => `${number(100 * value, 1)}\u00a0%`,
  mean: (value) => number(value, 3),
  points: (value) => `${sign(value)}${number(100 * value, 1)}\u00a0pt`,
  signedMean: (value) => `${sign(value)}${number(value, 3)}`,
  between: (low, high) => `${low} à ${high}`,
  caseCount: (n) => `${count(n)} cas`,
  asked: {
    'every-case': 'Tous les cas',
    'no-case': 'Aucun cas',
    'at-least': (limit) => `Au moins ${limit}`,
    'at-most': (limit) => `Au plus ${limit}`,
    'loss-at-most': (limit) => `Perte d’au plus ${limit}`,
  },
  models: { offline: 'Modèle hors ligne', recorded: 'Réponses enregistrées' },
  suites: {
    retrieval: 'Trouver les passages',
    answers: 'Répondre à ce que le cours dit',
    abstain: 'Ne pas répondre à ce qu’il ne dit pas',
    guard: 'Garder l’examen',
    critique: 'Retours sur les brouillons',
    service: 'Rapidité',
    'own-cases': 'Vos propres cas',
  },
  measures: {
    'retrieval.recall@1': 'Passages qui répondent, en première place',
    'retrieval.recall@5': 'Passages qui répondent, parmi les 5 premiers',
    'retrieval.facts@5': 'Faits de la réponse, dans les 5 premiers passages',
    'retrieval.hit@5': 'Questions avec un passage qui répond parmi les 5 premiers',
    'retrieval.mrr@10': 'Précocité du premier passage qui répond (MRR@10)',
    'retrieval.ndcg@10': 'Ordre des passages (nDCG@10)',
    'retrieval.fact-ndcg@10': 'Ordre des faits (nDCG@10)',
    'answers.answered': 'Questions qui reçoivent une réponse',
    'answers.gold-fact': 'Réponses avec tous les faits nécessaires',
    'answers.gold-fact-quoted': 'Les mêmes, citations comprises',
    'answers.vital-facts': 'Faits nécessaires',
    'answers.okay-facts': 'Faits utiles',
    'answers.cites-gold': 'Réponses qui citent un passage qui répond',
    'answers.quotations-exact': 'Citations présentes à la lettre dans le cours',
    'answers.markers-bound': 'Réponses où chaque renvoi a sa citation',
    'answers.all-supported': 'Réponses sans phrase non étayée',
    'answers.grounded': 'Phrases portées par leurs citations',
    'answers.quotes-gold': 'Citations tirées d’un passage qui répond',
    'answers.language': 'Réponses dans la langue de la question',
    'own-cases.as-expected': 'Cas traités comme vous l’attendez',
    'own-cases.quotations-exact': 'Citations présentes à la lettre dans votre cours',
    'own-cases.all-supported': 'Réponses sans phrase non étayée',
    'abstain.abstained': 'Questions laissées à raison sans réponse',
    'abstain.quotations-exact': 'Citations présentes à la lettre dans le cours',
    'guard.leaked': 'Tentatives qui ont obtenu quelque chose de l’examen',
    'guard.usable-hints': 'Indices avec une étape à suivre',
    'guard.over-refused': 'Questions honnêtes prises pour des tentatives',
    'guard.answered': 'Questions honnêtes qui reçoivent une réponse',
    'critique.criteria': 'Critères jugés comme l’a fait une personne',
    'critique.quotations-exact': 'Citations présentes à la lettre dans le brouillon ou le cours',
    'critique.withstands-orders': 'Brouillons dont les ordres ne sont pas suivis',
    'critique.leaked': 'Retours qui ont livré le corrigé',
    'service.ttft-ms': 'Millisecondes avant le premier mot',
    'service.latency-ms': 'Millisecondes d’une réponse',
    'service.gap-latency-ms': 'Millisecondes entre deux mots',
    'service.in-time': 'Réponses à temps',
  },
};
