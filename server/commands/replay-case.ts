import type { Tutor } from '../compose.ts';
import type { Decision } from '../contract/answers.ts';
import type { Citation } from '../contract/course.ts';
import { TutorError } from '../errors.ts';
import { collectAnswer, type CollectedAnswer } from './collect-answer.ts';
import type { ReplayCase } from './replay-cases.ts';

/** What came of a case: one entry per turn in every list. */
export type ReplayedCase = {
  readonly id: ReplayCase['id'];
  readonly answers: readonly string[];
  readonly decisions: readonly (Decision | 'error')[];
  readonly citations: readonly (readonly Citation[])[];
  /** Previews of the passages that the answer was drawn from. */
  readonly snippets: readonly (readonly string[])[];
  readonly timings: readonly CollectedAnswer['timing'][];
};

type Turn = {
  readonly answer: string;
  readonly decision: Decision | 'error';
  readonly citations: readonly Citation[];
  readonly snippets: readonly string[];
  readonly timing: CollectedAnswer['timing'];
};

/**
 * Plays one conversation. A turn that fails becomes an entry with the decision `error` and the sentence as its
 * answer; `bugs` holds what should never have failed.
 * @throws the abort reason when `signal` fires
 */
export async function replayCase(
  tutor: Pick<Tutor, 'answer'>,
  { id, turns: questions }: ReplayCase,
  signal: AbortSignal,
): Promise<{ readonly line: ReplayedCase; readonly bugs: readonly string[] }> {
  const turns: Turn[] = [];
  const bugs: string[] = [];
  let conversationId: string | undefined;
  const onConversation = (opened: string) => (conversationId = opened);
  for (const question of questions) {
    const started = performance.now();
    try {
      const request = { question, ...(conversationId && { conversationId }) };
      const answer = await collectAnswer(tutor.answer(request, signal), { onConversation });
      turns.push(toTurn(answer));
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof TutorError) || error.code === 'internal') bugs.push(stackOf(error));
      turns.push(failedTurn(error, performance.now() - started));
    }
  }
  const line = {
    id,
    answers: turns.map(({ answer }) => answer),
    decisions: turns.map(({ decision }) => decision),
    citations: turns.map(({ citations }) => citations),
    snippets: turns.map(({ snippets }) => snippets),
    timings: turns.map(({ timing }) => timing),
  };
  return { line, bugs };
}

const toTurn = ({ text, decision, citations, sources, timing }: CollectedAnswer): Turn => ({
  answer: text,
  decision,
  citations,
  snippets: sources.map(({ snippet }) => snippet),
  timing,
});

function failedTurn(error: unknown, elapsedMs: number): Turn {
  const answer = error instanceof TutorError ? error.message : 'Something went wrong here.';
  const totalMs = Math.round(elapsedMs * 10) / 10;
  return {
    answer,
    decision: 'error',
    citations: [],
    snippets: [],
    timing: { totalMs, firstTextMs: null },
  };
}

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
