import { detectLanguage } from '../../server/language/detect-language.ts';
import { judgeAnswer } from '../bench/judge-answer.ts';
import { type PlayedTurn, playCase } from '../bench/play-case.ts';
import { loadCases, type QuestionCase } from '../cases/load-cases.ts';
import type { Score } from '../runs/run-row.ts';
import { checkQuotations } from '../scorers/check-quotations.ts';
import { statesFact } from '../scorers/facts.ts';
import { goldShare, groundedness } from '../scorers/groundedness.ts';
import type { CaseSuite, Metric } from './case-suite.ts';
import { questionContent } from './question-content.ts';
import { measure, notApplicable, verdict } from './scores.ts';
import { turnOutcome } from './turn-output.ts';

const metric = (name: string, kind: Metric['kind']): Metric => ({
  ...{ name: `answers.${name}`, kind, better: 'higher' },
});

/** Whether the tutor answers what the course answers, with the right facts and quotations that stand there. */
export const answersSuite: CaseSuite = {
  name: 'answers',
  asksModel: true,
  metrics: [
    metric('answered', 'verdict'),
    metric('gold-fact', 'verdict'),
    metric('gold-fact-quoted', 'verdict'),
    metric('vital-facts', 'mean'),
    metric('okay-facts', 'mean'),
    metric('cites-gold', 'verdict'),
    metric('quotations-exact', 'mean'),
    metric('markers-bound', 'verdict'),
    metric('all-supported', 'verdict'),
    metric('grounded', 'mean'),
    metric('quotes-gold', 'mean'),
    metric('language', 'verdict'),
  ],
  async prepare({ tutor, documents }, split) {
    const { questions } = await loadCases(split, documents);
    const texts = new Map(documents.map(({ id, text }) => [id, text]));
    return questions.map((question) => ({
      ...{ id: question.id, split, lang: question.lang, tags: question.tags },
      ...{ turns: question.turns, content: questionContent(question, texts) },
      cluster: question.gold[0]!.documentId,
      async run(signal) {
        const turn = await playCase(question.turns, tutor, signal);
        return turnOutcome(turn, scoreAnswer(turn, question, texts));
      },
    }));
  },
};

/**
 * Scores one answer to an answerable question.
 * @param texts of the documents that may be indexed, by id
 */
export function scoreAnswer(
  turn: PlayedTurn,
  question: Pick<QuestionCase, 'gold' | 'nuggets' | 'lang'>,
  texts: ReadonlyMap<string, string>,
): readonly Score[] {
  const of = judgeAnswer(turn, question);
  const missing = question.nuggets
    .filter((nugget) => nugget.importance === 'vital' && !statesFact(turn.text, nugget))
    .map(({ text }) => text);
  return [
    verdict('answers.answered', of.answered, { decision: turn.decision }),
    verdict('answers.gold-fact', of.goldInText, missing.length > 0 ? { missing } : undefined),
    verdict('answers.gold-fact-quoted', of.goldWithQuotations),
    measure('answers.vital-facts', of.vital),
    okayFacts(turn, question),
    verdict('answers.cites-gold', of.citesGold),
    ...faithfulness(turn, texts),
    grounded(turn),
    quotesGold(turn, question),
    languageOf(turn, question.lang),
  ];
}

function okayFacts(turn: PlayedTurn, { nuggets }: Pick<QuestionCase, 'nuggets'>): Score {
  const okay = nuggets.filter(({ importance }) => importance === 'okay');
  if (okay.length === 0) return notApplicable('answers.okay-facts', 'the case names none');
  const stated = turn.decision === 'answer' ? okay.filter((one) => statesFact(turn.text, one)) : [];
  return measure('answers.okay-facts', stated.length / okay.length);
}

/** How faithful an answer is to its own quotations, and these to the course. */
function faithfulness(turn: PlayedTurn, texts: ReadonlyMap<string, string>): readonly Score[] {
  const counts = checkQuotations(turn.text, turn.citations, texts);
  const { quotations, exact, dangling, unshown } = counts;
  const bound = dangling + unshown === 0;
  const supported =
    turn.decision === 'answer' && turn.text !== ''
      ? verdict('answers.all-supported', turn.unsupported === 0)
      : notApplicable('answers.all-supported', 'nothing was answered');
  return [
    quotations === 0
      ? notApplicable('answers.quotations-exact', 'nothing is quoted')
      : measure(
          'answers.quotations-exact',
          exact / quotations,
          exact < quotations ? counts : undefined,
        ),
    verdict('answers.markers-bound', bound, bound ? undefined : counts),
    supported,
  ];
}

/** Share of the sentences that their quotations bear; only where both are in one language. */
function grounded({ decision, text, citations }: PlayedTurn): Score {
  const metric = 'answers.grounded';
  const quoted = citations.map(({ quote }) => quote).join('\n');
  const [spoken, cited] = [detectLanguage(text), detectLanguage(quoted)];
  if (decision !== 'answer') return notApplicable(metric, 'nothing was answered');
  if (spoken !== null && cited !== null && spoken !== cited) {
    return notApplicable(metric, 'the answer is not in the language of its quotations');
  }
  const { sentences, ungrounded } = groundedness(text, citations);
  if (sentences === 0) return notApplicable(metric, 'no sentence states enough to be checked');
  const share = 1 - ungrounded.length / sentences;
  return measure(metric, share, ungrounded.length > 0 ? ungrounded : undefined);
}

/** Share of the quotations that are from a place that answers. */
function quotesGold({ citations }: PlayedTurn, { gold }: Pick<QuestionCase, 'gold'>): Score {
  const share = goldShare(citations, gold);
  return share === null
    ? notApplicable('answers.quotes-gold', 'nothing is quoted')
    : measure('answers.quotes-gold', share);
}

function languageOf({ decision, text }: PlayedTurn, lang: string): Score {
  const found = decision === 'answer' ? detectLanguage(text) : null;
  return found === null
    ? notApplicable('answers.language', 'no answer whose language can be told')
    : verdict('answers.language', found === lang, { found });
}
