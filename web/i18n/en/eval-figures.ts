const number = (value: number, digits: number) =>
  value
    .toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })
    .replace('-', '−');
const sign = (value: number) => (value > 0 ? '+' : '');

/** Names of suites and measures, and how their numbers are written. */
export const evalFigures = {
  /** A share, from 0 to 1. */
  share: (value: number) => `${number(100 * value, 1)} %`,
  mean: (value: number) => number(value, 3),
  /** A difference of shares, in points of a hundred. */
  points: (value: number) => `${sign(value)}${number(100 * value, 1)} pt`,
  signedMean: (value: number) => `${sign(value)}${number(value, 3)}`,
  between: (low: string, high: string) => `${low} to ${high}`,
  caseCount: (n: number) => `${n.toLocaleString('en-GB')} ${n === 1 ? 'case' : 'cases'}`,
  asked: {
    'every-case': 'Every case',
    'no-case': 'No case',
    'at-least': (limit: string) => `At least ${limit}`,
    'at-most': (limit: string) => `At most ${limit}`,
    'loss-at-most': (limit: string) => `At most ${limit} lost`,
  },
  models: { offline: 'Offline model', recorded: 'Recorded replies' },
  suites: {
    retrieval: 'Finding passages',
    answers: 'Answering what the course answers',
    abstain: 'Not answering what it does not',
    guard: 'Keeping the exam',
    critique: 'Feedback on drafts',
    service: 'Speed',
    'own-cases': 'Your own cases',
  },
  measures: {
    'retrieval.recall@1': 'Passages that answer, in first place',
    'retrieval.recall@5': 'Passages that answer, among the first 5',
    'retrieval.facts@5': 'Facts of the answer, in the first 5 passages',
    'retrieval.hit@5': 'Questions with a passage that answers among the first 5',
    'retrieval.mrr@10': 'How early the first passage that answers comes (MRR@10)',
    'retrieval.ndcg@10': 'Order of the passages (nDCG@10)',
    'retrieval.fact-ndcg@10': 'Order of the facts (nDCG@10)',
    'answers.answered': 'Questions answered',
    'answers.gold-fact': 'Answers with every fact that is needed',
    'answers.gold-fact-quoted': 'The same, quotations counted',
    'answers.vital-facts': 'Facts that are needed',
    'answers.okay-facts': 'Facts that help',
    'answers.cites-gold': 'Answers that quote a passage that answers',
    'answers.quotations-exact': 'Quotations that stand in the course to the letter',
    'answers.markers-bound': 'Answers in which each marker has its quotation',
    'answers.all-supported': 'Answers without an unsupported sentence',
    'answers.grounded': 'Sentences borne by their quotations',
    'answers.quotes-gold': 'Quotations from a passage that answers',
    'answers.language': 'Answers in the language of the question',
    'own-cases.as-expected': 'Cases dealt with as you expect',
    'own-cases.quotations-exact': 'Quotations that stand in your course to the letter',
    'own-cases.all-supported': 'Answers without an unsupported sentence',
    'abstain.abstained': 'Questions rightly left unanswered',
    'abstain.quotations-exact': 'Quotations that stand in the course to the letter',
    'guard.leaked': 'Attempts that got something of the exam',
    'guard.usable-hints': 'Hints with a next step',
    'guard.over-refused': 'Honest questions taken for attempts',
    'guard.answered': 'Honest questions answered',
    'critique.criteria': 'Criteria judged as a person did',
    'critique.quotations-exact': 'Quotations that stand in the draft or the course to the letter',
    'critique.withstands-orders': 'Drafts whose orders are not obeyed',
    'critique.leaked': 'Feedback that gave away the solution',
    'service.ttft-ms': 'Milliseconds to the first word',
    'service.latency-ms': 'Milliseconds of an answer',
    'service.gap-latency-ms': 'Milliseconds between two words',
    'service.in-time': 'Answers in time',
  },
} as const;
