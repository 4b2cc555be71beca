import { type Considered, consider } from '../../server/extraction/consider.ts';
import { createLedgers } from '../../server/integrity/ledger.ts';
import { createRetriever } from '../../server/retrieval/create-retriever.ts';
import { createQuestionMatcher } from '../../server/retrieval/expected/create-question-matcher.ts';
import { createTermWeights } from '../../server/retrieval/term-weights.ts';
import { openGuard } from '../../server/testing/fakes.ts';
import { answer } from '../../server/tutoring/answer.ts';
import { readAnswerPrompt } from '../../server/tutoring/answer-prompt.ts';
import { createConversations } from '../../server/tutoring/conversations.ts';
import type { Course } from '../bench/course.ts';

/**
 * Plays conversations without a guard and gives what the offline model considers at the last turn, whether it would
 * answer or not; `null` when it found nothing to weigh.
 */
export function considerTurns({ tutor, tools }: Course) {
  const { index } = tutor.opened;
  const matcher = createQuestionMatcher({ ...index, tools });
  const retriever = createRetriever({ index, ...tools, matcher, embedder: null });
  const weights = createTermWeights(index.keywords.stems);
  const extraction = { ...tools, matcher, weights, read: new Map() };
  return async (turns: readonly string[]): Promise<Considered | null> => {
    let considered: Considered | null = null;
    const dependencies = {
      ...{ retriever, fallback: null, guard: openGuard, analyzer: tools.analyzer },
      ...{ ledgers: createLedgers(), conversations: createConversations() },
      model: {
        name: 'weighing',
        async *stream(messages: Parameters<typeof readAnswerPrompt>[0]) {
          considered = consider(readAnswerPrompt(messages), extraction);
          yield '.';
        },
      },
    };
    let conversationId: string | undefined;
    for (const question of turns) {
      considered = null;
      const request = { question, ...(conversationId && { conversationId }) };
      for await (const event of answer(dependencies, request, new AbortController().signal)) {
        if (event.type === 'sources-available') conversationId = event.conversationId;
      }
    }
    return considered;
  };
}
