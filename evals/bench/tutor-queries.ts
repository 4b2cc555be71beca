import type { RetrievalQuery } from '../../server/retrieval/retriever.ts';
import { createLedgers } from '../../server/integrity/ledger.ts';
import { openGuard } from '../../server/testing/fakes.ts';
import { answer } from '../../server/tutoring/answer.ts';
import { createConversations } from '../../server/tutoring/conversations.ts';
import type { Course } from './course.ts';

/**
 * The query that the tutor makes of the last turn of a conversation: its own flow runs, with a retriever that notes
 * what it is asked and a model that says nothing. `null` where the tutor searches nothing (small talk, no subject).
 */
export async function tutorQuery(
  turns: readonly string[],
  { tools: { analyzer } }: Pick<Course, 'tools'>,
): Promise<RetrievalQuery | null> {
  let asked: RetrievalQuery | null = null;
  const dependencies = {
    analyzer,
    conversations: createConversations(),
    fallback: null,
    guard: openGuard,
    ledgers: createLedgers(),
    model: { name: 'silent', async *stream() {} },
    retriever: {
      retrieve: async (query: RetrievalQuery) => {
        asked = query;
        return nothing;
      },
    },
  };
  const { signal } = new AbortController();
  let conversationId: string | undefined;
  for (const question of turns) {
    asked = null;
    const request = { question, ...(conversationId && { conversationId }) };
    for await (const event of answer(dependencies, request, signal)) {
      if (event.type === 'sources-available') conversationId = event.conversationId;
    }
  }
  return asked;
}

const nothing = {
  chunks: [],
  support: { stems: 0, coverage: 0, grams: 0 },
  vectors: 'random-indexing',
  weights: {
    stems: 0,
    grams: 0,
    words: 0,
    bigrams: 0,
    title: 0,
    coverage: 0,
    vectors: 0,
    expected: 0,
  },
} as const;
