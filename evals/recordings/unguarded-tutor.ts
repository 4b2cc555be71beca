import { createLedgers } from '../../server/integrity/ledger.ts';
import { createRetriever } from '../../server/retrieval/create-retriever.ts';
import { createQuestionMatcher } from '../../server/retrieval/expected/create-question-matcher.ts';
import { openGuard } from '../../server/testing/fakes.ts';
import { answer } from '../../server/tutoring/answer.ts';
import type { ChatModel } from '../../server/tutoring/chat-model.ts';
import { createConversations } from '../../server/tutoring/conversations.ts';
import type { Course } from '../bench/course.ts';
import type { AnsweringTutor } from '../guard/play-transcript.ts';

/**
 * The tutor over our course as it would be if its guard took every turn for an honest one: an attack reaches the model,
 * and so does every turn of it. For recordings alone.
 */
export function unguardedTutor(
  { tutor: { opened }, tools }: Pick<Course, 'tutor' | 'tools'>,
  model: ChatModel,
): AnsweringTutor {
  const { index } = opened;
  const { expected, documents, chunks } = index;
  const matcher = createQuestionMatcher({ expected, documents, chunks, tools });
  const dependencies = {
    retriever: createRetriever({ index, ...tools, matcher, embedder: null }),
    model,
    fallback: null,
    conversations: createConversations(),
    analyzer: tools.analyzer,
    guard: openGuard,
    ledgers: createLedgers(),
  };
  return { answer: (request, signal) => answer(dependencies, request, signal) };
}
