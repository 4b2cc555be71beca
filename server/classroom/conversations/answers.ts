import type { Tutor } from '../../compose.ts';
import type { AskRequest, TurnEvent } from '../../contract/conversations.ts';
import { TutorError } from '../../errors.ts';
import type { Store } from '../../storage/store.ts';
import { finishTurn, interruptStreaming } from '../../storage/turn-progress.ts';
import { askedSince, findRequest, findTurn } from '../../storage/turns.ts';
import { createLiveStreams, type LiveStreams, type Numbered } from '../live-streams.ts';
import { createOneAtATime } from '../drafts/one-at-a-time.ts';
import { StoppedByStudent } from '../stopped-by-student.ts';
import { createAnswerSaver } from './answer-saver.ts';
import { type AskRate, createAskCounter } from './ask-counter.ts';
import { createPlaces } from '../places.ts';
import { noSuchTurn } from './refusals.ts';
import { replayTurn } from './replay-turn.ts';
import { checkPlace, storeQuestion } from './store-question.ts';
import { nothingYet } from './stored-answer.ts';
import { type Observe, writeAnswer } from './write-answer.ts';

/** Asks the tutor on behalf of students, and keeps what comes whether they stay or leave. */
export type Answers = {
  /**
   * Stores a question and begins to answer it; returns its turn. A request whose key was seen gives the turn that came
   * of it.
   * @throws {TutorError} `bad-request`, `question-too-long`, `not-found`, `conflict`, `too-many-requests`; then nothing
   * was stored
   */
  ask(studentId: string, request: AskRequest, observe?: Observe): Promise<string>;
  /**
   * The events of a student's turn after number `after`, those to come included; of a turn that is over the last one
   * always comes, so that a reader knows how it ended.
   * @throws {TutorError} `not-found`
   */
  follow(
    studentId: string,
    turnId: string,
    from: ReadFrom,
  ): Promise<AsyncIterable<Numbered<TurnEvent>>>;
  /**
   * Ends a student's answer and keeps what came; resolves once that is stored. One that is over stays as it is.
   * @throws {TutorError} `not-found`
   */
  stop(studentId: string, turnId: string): Promise<void>;
  /** Whether a turn is being answered now. */
  isUnderWay(turnId: string): boolean;
  /** Ends what is being written for a student, in one conversation or in all, before it is deleted. */
  stopAll(studentId: string, conversationId?: string): Promise<void>;
  /** Ends every answer; resolves once what came is stored. */
  close(reason: Error): Promise<void>;
};

/** Where a reader goes on from, -1 for the beginning; who no longer reads fires `signal`. */
export type ReadFrom = {
  readonly after: number;
  readonly requestId: string;
  readonly signal?: AbortSignal;
};

export type AnswersDependencies = {
  readonly store: Pick<Store, 'tables'>;
  readonly tutor: Pick<Tutor, 'answerIn'>;
  /** Cleans a question. @throws {TutorError} `bad-request`, `question-too-long` */
  readonly checkQuestion: (raw: string) => string;
  /** How often a student may ask. */
  readonly limits: readonly AskRate[];
  /** Answers under way at once; by default 32. The endpoint's rate limit is reached long before this process's own. */
  readonly atOnce?: number;
  readonly now?: () => Date;
  /** Told of an answer whose end could not be stored. */
  readonly onFailure?: (error: unknown) => void;
  readonly streams?: LiveStreams<TurnEvent>;
};

const usualAnswers = 32;
/** When to come back while another answer is being written, in seconds. */
const soon = 2;

/** Creates it over what is stored; turns that an earlier process left unfinished are marked as interrupted. */
export async function createAnswers(dependencies: AnswersDependencies): Promise<Answers> {
  const { store, tutor, checkQuestion, limits, onFailure = () => {} } = dependencies;
  const { now = () => new Date(), streams = createLiveStreams<TurnEvent>() } = dependencies;
  const places = createPlaces(dependencies.atOnce ?? usualAnswers);
  const { tables } = store;
  const counter = createAskCounter(limits, now);
  const oneByOne = createOneAtATime();
  const saver = createAnswerSaver(store);
  /** By student, the turn that is or was last being answered. */
  const current = new Map<string, { readonly turnId: string; readonly conversationId: string }>();
  await interruptStreaming(tables, now().toISOString());

  /** Takes a place among the answers under way, to be left when the answer has ended. */
  const admit = (studentId: string): (() => void) => {
    const mine = current.get(studentId);
    if (mine && streams.isRunning(mine.turnId)) throw busy('Your last question is still being');
    const leave = places.take();
    if (!leave) throw busy('Too many questions are being');
    return leave;
  };

  const storeAndStart = async (
    { studentId, request, question, last, observe }: Asked,
    leave: () => void,
  ): Promise<string> => {
    counter.count(studentId, await askedSince(tables, studentId, counter.since()));
    const open = await storeQuestion(tables, {
      ...{ studentId, request, question, last, at: now().toISOString() },
    });
    try {
      streams.start(open.id, (signal) =>
        thenLeave(
          writeAnswer({ store, tutor, now, observe, onFailure, saver }, open, signal),
          leave,
        ),
      );
    } catch (error) {
      const answer = JSON.stringify(nothingYet);
      await finishTurn(tables, open.id, {
        ...{ status: 'interrupted', finishedAt: now().toISOString(), answer },
        ...{ decided: null, memory: null },
      });
      throw error;
    }
    current.set(studentId, { turnId: open.id, conversationId: open.memory.conversationId });
    return open.id;
  };

  const begin = async (studentId: string, request: AskRequest, observe: Observe) => {
    const question = checkQuestion(request.question);
    const seen = request.requestKey && (await findRequest(tables, request.requestKey));
    if (seen) {
      if (seen.studentId === studentId) return seen.turnId;
      throw new TutorError('conflict', 'This requestKey was used already; make another one.');
    }
    const last = await checkPlace(tables, studentId, request);
    const leave = admit(studentId);
    try {
      return await storeAndStart({ studentId, request, question, last, observe }, leave);
    } catch (error) {
      leave();
      throw error;
    }
  };

  const ownTurn = async (studentId: string, turnId: string) => {
    const turn = await findTurn(tables, studentId, turnId);
    if (!turn) throw noSuchTurn();
    return turn;
  };

  return {
    ask: (studentId, request, observe = (events) => events) =>
      oneByOne(studentId, () => begin(studentId, request, observe)),
    async follow(studentId, turnId, { after, requestId, signal }) {
      await ownTurn(studentId, turnId);
      const live = streams.isRunning(turnId) && streams.follow(turnId, after + 1, signal);
      // Read anew: it may have ended since.
      return live || replayTurn(await ownTurn(studentId, turnId), { after, requestId });
    },
    async stop(studentId, turnId) {
      await ownTurn(studentId, turnId);
      await streams.stop(turnId, new StoppedByStudent());
    },
    isUnderWay: (turnId) => streams.isRunning(turnId),
    async stopAll(studentId, conversationId) {
      const mine = current.get(studentId);
      if (!mine || (conversationId !== undefined && mine.conversationId !== conversationId)) return;
      await streams.stop(mine.turnId, new StoppedByStudent());
    },
    close: (reason) => streams.close(reason),
  };
}

/** A question that may be asked. */
type Asked = Pick<
  Parameters<typeof storeQuestion>[1],
  'studentId' | 'request' | 'question' | 'last'
> & {
  readonly observe: Observe;
};

async function* thenLeave<Event>(
  events: AsyncIterable<Event>,
  leave: () => void,
): AsyncGenerator<Event> {
  try {
    yield* events;
  } finally {
    leave();
  }
}

const busy = (who: string): TutorError =>
  new TutorError('too-many-requests', `${who} answered; please ask again in a moment.`, {
    cause: { retryAfterSeconds: soon },
  });
