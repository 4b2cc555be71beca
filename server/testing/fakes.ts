import type { Document } from '../documents/document.ts';
import type { Guard, GuardedTurn } from '../integrity/guard.ts';
import type { Embedder } from '../retrieval/embedder.ts';
import type { RetrievedChunk, Retriever } from '../retrieval/retriever.ts';
import { offlineWeights } from '../retrieval/search.ts';
import type { ChatModel, PromptMessage } from '../tutoring/chat-model.ts';

/** A lesson of the given text; every field can be replaced. */
export function fakeDocument(text: string, fields: Partial<Document> = {}): Document {
  return {
    id: 'lecon',
    title: 'Leçon',
    course: null,
    kind: 'lesson',
    language: 'fr',
    path: 'lecon.md',
    text,
    firstLine: 1,
    encoding: 'utf-8',
    repaired: false,
    ...fields,
  };
}

/** Whole documents as retrieved chunks, in the order given. */
export function retrievedWhole(documents: readonly Document[]): readonly RetrievedChunk[] {
  const signals = Object.fromEntries(Object.keys(offlineWeights).map((name) => [name, 0]));
  return documents.map((document, at) => ({
    chunk: {
      id: `${document.id}#0-${document.text.length}`,
      documentId: document.id,
      headings: ['Section'],
      start: 0,
      end: document.text.length,
      text: document.text,
    },
    document,
    rank: at + 1,
    score: 1,
    signals: signals as RetrievedChunk['signals'],
  }));
}

export type FakeRetriever = Retriever & {
  readonly queries: Parameters<Retriever['retrieve']>[0][];
};

/** A retriever that finds the same chunks for every query, and keeps the queries. */
export function fakeRetriever(chunks: readonly RetrievedChunk[]): FakeRetriever {
  const queries: FakeRetriever['queries'] = [];
  return {
    queries,
    retrieve: (query, { limit, signal }) => {
      signal?.throwIfAborted();
      queries.push(query);
      return Promise.resolve({
        chunks: chunks.slice(0, limit),
        support: { stems: 1, coverage: 1, grams: 1 },
        weights: offlineWeights,
        vectors: 'random-indexing',
      });
    },
  };
}

export type FakeChatModel = ChatModel & { readonly prompts: (readonly PromptMessage[])[] };

/** A model that replies in the pieces that `reply` makes of the prompt, and keeps the prompts. */
export function fakeChatModel(
  reply: (messages: readonly PromptMessage[]) => Iterable<string>,
  name = 'fake',
): FakeChatModel {
  const prompts: (readonly PromptMessage[])[] = [];
  return {
    name,
    prompts,
    async *stream(messages, { signal }) {
      prompts.push(messages);
      for (const piece of reply(messages)) {
        await Promise.resolve();
        signal.throwIfAborted();
        yield piece;
      }
    },
  };
}

export type FakeEmbedder = Embedder & { readonly texts: string[] };

/** Embeds a text as the counts of its letters, unit length; keeps the texts. */
export function fakeEmbedder(model = 'letters', failure: Error | null = null): FakeEmbedder {
  const texts: string[] = [];
  return {
    model,
    texts,
    embed: (batch) => {
      if (failure) return Promise.reject(failure);
      texts.push(...batch);
      return Promise.resolve(batch.map(letterCounts));
    },
  };
}

function letterCounts(text: string): Float32Array {
  const counts = new Float32Array(27);
  counts[26] = 1;
  for (const letter of text.toLowerCase()) {
    const at = letter.charCodeAt(0) - 97;
    if (at >= 0 && at < 26) counts[at] = counts[at]! + 1;
  }
  const length = Math.hypot(...counts);
  return counts.map((count) => count / length);
}

/** A turn that nothing is protected from. */
export const freeTurn: GuardedTurn = {
  verdict: { kind: 'free' },
  openScan: null,
  whole: false,
  brushes: false,
  singlesOut: () => false,
  exams: [],
};

/** A guard with nothing to protect. */
export const openGuard: Guard = { open: () => freeTurn };
