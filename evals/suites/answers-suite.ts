import { detectLanguage } from '../../server/language/detect-language.ts';
import { judgeAnswer } from '../bench/judge-answer.ts';
import { type PlayedTurn, playCase } from '../bench/play-case.ts';
import { loadCases, type QuestionCase } from '../cases/load-cases.ts';
import type { Score } from '../runs/run-row.ts';
import { checkQuotations } from '../scorers/check-quotations.ts';
import { statesFact } from '../scorers/facts.ts';
import type { CaseSuite, Metric } from './case-suite.ts';
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
    metric('language', 'verdict'),
  ],
  async prepare({ tutor, documents }, split) {
    const { questions } = await loadCases(split, documents);
    const texts = new Map(documents.map(({ id, text }) => [id, text]));
    return questions.map((question) => ({
      ...{ id: question.id, split, lang: question.lang, tags: question.tags },
      ...{ turns: question.turns, content: question },
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

function languageOf({ decision, text }: PlayedTurn, lang: string): Score {
  const found = decision === 'answer' ? detectLanguage(text) : null;
  return found === null
    ? notApplicable('answers.language', 'no answer whose language can be told')
    : verdict('answers.language', found === lang, { found });
}
