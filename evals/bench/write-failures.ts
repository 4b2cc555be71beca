import { appendFile } from 'node:fs/promises';
import type { UnanswerableCase } from '../cases/case-schema.ts';
import type { GuardSplit } from '../cases/guard-case-schema.ts';
import type { QuestionCase } from '../cases/load-cases.ts';
import { statesFact } from '../scorers/facts.ts';
import { covers, type GoldSpan, type Passage } from '../scorers/relevance.ts';
import type { AnswerScores } from './judge-answer.ts';
import type { JudgedQuestion } from './judge-question.ts';
import type { PlayedTurn } from './play-case.ts';

export type Outcomes = {
  readonly asked: readonly (QuestionCase & {
    readonly turn: PlayedTurn;
    readonly scores: AnswerScores;
  })[];
  readonly refused: readonly (UnanswerableCase & { readonly turn: PlayedTurn })[];
};

/**
 * Appends failing cases to a file, one JSON object a line.
 * @throws {Error} for the test split: nobody who builds looks at its cases
 */
export async function appendFailures(
  path: string,
  split: GuardSplit,
  failures: readonly object[],
): Promise<void> {
  if (split === 'test') throw new Error(`The failing cases of the ${split} split are not shown.`);
  await appendFile(path, failures.map((failure) => `${JSON.stringify(failure)}\n`).join(''));
}

/** Answers that miss a vital fact, and answers to what the course does not say. */
export const answerFailures = ({ asked, refused }: Outcomes): readonly object[] => [
  ...asked.filter(({ scores }) => !scores.goldInText).map(answerFailure),
  ...refused.filter(({ turn }) => turn.decision !== 'abstain').map(abstentionFailure),
];

/** What was searched for and found, and where the gold was. */
export const rankingFailure = ({ question, query, found, scores }: JudgedQuestion): object => ({
  ...{ id: question.id, tags: question.tags, turns: question.turns },
  failure: 'a vital fact is not in the first five chunks',
  query,
  goldRanks: ranksOf(question.gold, found),
  found: found.map(({ id, headings }) => `${id} ${headings.join(' › ')}`),
  gold: question.gold,
  scores: scores.get('ours'),
});

/** Rank of the chunk that covers each gold place, from 1; `null` when none does. */
const ranksOf = (
  gold: readonly GoldSpan[],
  found: readonly Passage[],
): readonly (number | null)[] =>
  gold.map((place) => {
    const at = found.findIndex((passage) => covers(passage, place));
    return at === -1 ? null : at + 1;
  });

const given = ({ decision, text, citations, sources }: PlayedTurn) => ({
  decision,
  answer: text,
  citations: citations.map(({ documentId, start, end, quote }) => ({
    ...{ documentId, start, end, quote },
  })),
  sources: sources.map(({ rank, documentId, headings, start, end }) => ({
    ...{ rank, documentId, section: headings.join(' › '), start, end },
  })),
});

const answerFailure = ({
  id,
  tags,
  turns,
  gold,
  nuggets,
  why,
  turn,
  scores,
}: Outcomes['asked'][number]) => ({
  ...{ id, tags, turns },
  failure: turn.decision === 'answer' ? 'misses a vital fact' : `decides to ${turn.decision}`,
  missing: nuggets
    .filter(({ importance }) => importance === 'vital')
    .filter((nugget) => !statesFact(turn.text, nugget))
    .map(({ any }) => any),
  goldRanks: ranksOf(gold, turn.sources),
  ...given(turn),
  ...{ gold, why, scores },
});

const abstentionFailure = ({
  id,
  tags,
  turns,
  category,
  why,
  turn,
}: Outcomes['refused'][number]) => ({
  ...{ id, tags, turns, category },
  failure: `should abstain, decides to ${turn.decision}`,
  ...given(turn),
  why,
});
