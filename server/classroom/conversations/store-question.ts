import { randomUUID } from 'node:crypto';
import type { AskRequest } from '../../contract/conversations.ts';
import { isDiskFull, TutorError } from '../../errors.ts';
import { addConversation, findConversation, ledgerOf } from '../../storage/conversations.ts';
import type { TableAccess } from '../../storage/store.ts';
import { addTurn, lastTurn, memoriesOf } from '../../storage/turns.ts';
import { nothingYet } from './stored-answer.ts';
import type { OpenTurn } from './write-answer.ts';

/** Turns that a question may lean on. */
const rememberedTurns = 20;

type LastTurn = Awaited<ReturnType<typeof lastTurn>>;

/**
 * Checks that a student may ask in a conversation, and replace what is to be replaced; returns its last turn.
 * @throws {TutorError} `not-found`, `conflict`
 */
export async function checkPlace(
  tables: TableAccess,
  studentId: string,
  { conversationId, replaces }: AskRequest,
): Promise<LastTurn> {
  if (conversationId && !(await findConversation(tables, studentId, conversationId))) {
    throw new TutorError(
      'not-found',
      'There is no such conversation; it may have been deleted. Leave conversationId out to begin another.',
    );
  }
  const last = conversationId ? await lastTurn(tables, conversationId) : null;
  if (replaces !== undefined && last?.id !== replaces) {
    throw new TutorError(
      'conflict',
      'Only the last turn of a conversation can be replaced; load the conversation again.',
    );
  }
  return last;
}

/**
 * Stores a question, in a new conversation where it names none, with what the tutor is to lean on.
 * @throws {TutorError} `disk-full`
 */
export async function storeQuestion(
  tables: TableAccess,
  asked: {
    readonly studentId: string;
    readonly request: AskRequest;
    /** As it is shown: cleaned. */
    readonly question: string;
    readonly last: LastTurn;
    /** ISO 8601. */
    readonly at: string;
  },
): Promise<OpenTurn> {
  const { studentId, request, question, last, at } = asked;
  const { language, replaces = null, requestKey = null } = request;
  const id = randomUUID();
  const conversationId = request.conversationId ?? randomUUID();
  const store = tables.transaction().execute(async (transaction) => {
    if (!request.conversationId) {
      await addConversation(transaction, { id: conversationId, studentId, at });
    }
    await addTurn(transaction, {
      ...{ id, conversationId, question, replaces, requestKey, askedAt: at },
      // Until the tutor has read the question.
      language: language ?? last?.language ?? 'fr',
      answer: JSON.stringify(nothingYet),
    });
  });
  await store.catch((cause: unknown) => {
    if (!isDiskFull(cause)) throw cause;
    throw new TutorError(
      'disk-full',
      'There is no room to keep your question; tell your trainer.',
      {
        cause,
      },
    );
  });
  return {
    id,
    request: { question: request.question, ...(language && { language }) },
    memory: {
      conversationId,
      turns: await memoriesOf(tables, conversationId, rememberedTurns),
      ledger: await ledgerOf(tables, conversationId),
    },
  };
}
