import type {
  ConversationSummary,
  ConversationView,
  Rating,
  RenameRequest,
} from '../../contract/conversations.ts';
import {
  deleteConversation,
  findConversation,
  type ListedConversation,
  listConversations,
  renameConversation,
} from '../../storage/conversations.ts';
import { deleteRating, putRating } from '../../storage/ratings.ts';
import type { Store } from '../../storage/store.ts';
import { findTurn, listTurns, type StoredTurn } from '../../storage/turns.ts';
import type { Answers } from './answers.ts';
import { noSuchConversation, noSuchTurn } from './refusals.ts';
import { toTurnView } from './turn-view.ts';

/** A student's conversations; of another student's it says that there is none. */
export type Notebook = {
  list(studentId: string): Promise<readonly ConversationSummary[]>;
  /** @throws {TutorError} `not-found` */
  open(studentId: string, id: string): Promise<ConversationView>;
  /** @throws {TutorError} `not-found` */
  rename(studentId: string, id: string, request: RenameRequest): Promise<ConversationSummary>;
  /**
   * Ends what is being answered in it, and leaves nothing of it in the data folder.
   * @throws {TutorError} `not-found`
   */
  remove(studentId: string, id: string): Promise<void>;
  /**
   * Rates a turn; `null` takes the rating back.
   * @throws {TutorError} `not-found`
   */
  rate(studentId: string, turnId: string, rating: Rating | null): Promise<void>;
};

/** Longest title that is made of a question, in UTF-16 code units. */
const madeTitle = 80;

export function createNotebook(
  store: Pick<Store, 'tables' | 'checkpoint'>,
  answers: Pick<Answers, 'stopAll' | 'isUnderWay'>,
  now: () => Date = () => new Date(),
): Notebook {
  const { tables } = store;
  /** An answer whose end could not be stored, the disk being full, is over all the same. */
  const asItIs = (turn: StoredTurn): StoredTurn =>
    turn.status !== 'streaming' || answers.isUnderWay(turn.id)
      ? turn
      : { ...turn, status: 'interrupted' };
  const open: Notebook['open'] = async (studentId, id) => {
    const conversation = await findConversation(tables, studentId, id);
    if (!conversation) throw noSuchConversation();
    const turns = await listTurns(tables, studentId, id);
    const history = turns
      .filter(({ replaced }) => replaced === 0)
      .map((turn) => toTurnView(asItIs(turn)));
    const firstQuestion = history[0]?.question ?? null;
    return { ...toSummary({ ...conversation, firstQuestion, turns: history.length }), history };
  };
  return {
    open,
    async list(studentId) {
      return (await listConversations(tables, studentId)).map(toSummary);
    },
    async rename(studentId, id, { title }) {
      const isRenamed = await renameConversation(tables, studentId, { id, title });
      if (!isRenamed) throw noSuchConversation();
      const { history: _history, ...summary } = await open(studentId, id);
      return summary;
    },
    async remove(studentId, id) {
      await answers.stopAll(studentId, id);
      if (!(await deleteConversation(tables, studentId, id))) throw noSuchConversation();
      await store.checkpoint();
    },
    async rate(studentId, turnId, rating) {
      if (!(await findTurn(tables, studentId, turnId))) throw noSuchTurn();
      if (rating === null) return deleteRating(tables, turnId);
      await putRating(tables, { ...rating, turnId, ratedAt: now().toISOString() });
    },
  };
}

const toSummary = ({
  id,
  title,
  createdAt,
  updatedAt,
  turns,
  firstQuestion,
}: ListedConversation): ConversationSummary => ({
  ...{ id, createdAt, updatedAt, turns },
  title: title ?? shorten(firstQuestion ?? ''),
});

/** The beginning of a question on one line, cut between two words. */
function shorten(question: string): string {
  const line = question.replace(/\s+/g, ' ').trim();
  if (line.length <= madeTitle) return line;
  const head = line.slice(0, madeTitle - 1);
  const cut = head.lastIndexOf(' ');
  return `${(cut > madeTitle / 2 ? head.slice(0, cut) : head).toWellFormed()}…`;
}
