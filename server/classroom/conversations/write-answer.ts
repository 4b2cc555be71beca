import type { StoredMemory, Tutor } from '../../compose.ts';
import type { AnswerEvent, AnswerRequest } from '../../contract/answers.ts';
import type { TurnEvent } from '../../contract/conversations.ts';
import { TutorError } from '../../errors.ts';
import { keepLedger } from '../../storage/conversations.ts';
import { finishTurn, saveItem } from '../../storage/turn-progress.ts';
import type { Store } from '../../storage/store.ts';
import { StoppedByStudent } from '../stopped-by-student.ts';
import type { AnswerSaver } from './answer-saver.ts';
import { createAnswerRecord } from './stored-answer.ts';

/** Stands around the tutor's events, to log how they end. */
export type Observe = (events: AsyncIterable<AnswerEvent>) => AsyncIterable<AnswerEvent>;

export type WriteDependencies = {
  readonly store: Pick<Store, 'tables'>;
  readonly tutor: Pick<Tutor, 'answerIn'>;
  readonly now: () => Date;
  readonly observe: Observe;
  /** Told of an end that could not be stored: perhaps nobody reads any more. */
  readonly onFailure: (error: unknown) => void;
  readonly saver: AnswerSaver;
};

/** A turn that is stored and not yet answered. */
export type OpenTurn = {
  readonly id: string;
  readonly request: AnswerRequest;
  /** What the tutor leans on. */
  readonly memory: Pick<StoredMemory, 'conversationId' | 'turns' | 'ledger'>;
};

/**
 * Answers a stored turn: passes the tutor's events on and stores them. An end is stored before it is told; whatever
 * happens, the turn does not stay `streaming`.
 * @throws what the tutor throws, but for the student's stop
 */
export async function* writeAnswer(
  { store: { tables }, tutor, now, observe, onFailure, saver }: WriteDependencies,
  { id, request, memory }: OpenTurn,
  signal: AbortSignal,
): AsyncGenerator<TurnEvent> {
  const { conversationId } = memory;
  const record = createAnswerRecord();
  let remembered: string | null = null;
  let isOver = false;

  const finish = async (
    status: Parameters<typeof finishTurn>[2]['status'],
    { end = null, failure = null }: { end?: AnswerEnd | null; failure?: string | null } = {},
  ) => {
    saver.forget(id);
    isOver = true;
    const answer = JSON.stringify(record.value(failure));
    const finishedAt = now().toISOString();
    const decided = end && decidedBy(end);
    await finishTurn(tables, id, {
      ...{ status, answer, finishedAt, decided },
      memory: end ? remembered : null,
    }).catch((error: unknown) => {
      onFailure(error);
      throw error;
    });
  };

  const stored: StoredMemory = {
    ...memory,
    keepTurn: (text) => void (remembered = text),
    keepCitations: (citations) => record.cite(citations),
    // Nothing of it ever goes back, whatever is asked again or edited later: else a student could have the first hint
    // given for ever, or cut an item into edits of one turn that the guard never sees together.
    async keepLedger(text, item) {
      await keepLedger(tables, conversationId, text);
      if (item) await saveItem(tables, id, item);
    },
  };
  try {
    yield { type: 'turn-stored', conversationId, turnId: id };
    for await (const event of observe(tutor.answerIn(stored, request, signal))) {
      record.take(event);
      if (event.type === 'answer-end') await finish('complete', { end: event });
      else saver.soon(id, () => JSON.stringify(record.value()));
      yield event;
    }
  } catch (error) {
    if (isOver) throw error;
    // What was aborted may throw an error of its own in the place of the reason.
    const cause: unknown = signal.aborted ? signal.reason : error;
    if (!(cause instanceof StoppedByStudent)) {
      const failure = cause instanceof TutorError ? cause.code : 'internal';
      await finish(signal.aborted || hasText() ? 'interrupted' : 'failed', { failure });
      throw cause;
    }
    await finish('stopped');
    yield { type: 'stopped' };
  } finally {
    // The reader of last resort has left: the stream grew too long.
    if (!isOver) await finish('interrupted', { failure: 'model-interrupted' });
  }

  function hasText(): boolean {
    return record.value().text !== '';
  }
}

type AnswerEnd = Extract<AnswerEvent, { type: 'answer-end' }>;

/** What is counted for the trainer is kept beside the answer: the decision, and for abstentions the nearest place. */
function decidedBy({ decision, language, nearest: [first] }: AnswerEnd) {
  if (!first) return { decision, language, nearest: null };
  const { rank: _rank, snippet: _snippet, ...place } = first;
  return { decision, language, nearest: JSON.stringify(place) };
}
