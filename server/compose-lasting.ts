import { type ConceptLexicon, readConcepts } from './integrity/reading/concepts.ts';
import { createLedgers, type Ledgers } from './integrity/ledger.ts';
import { type Analyzer, createAnalyzer } from './language/analyzer.ts';
import type { Glossary } from './retrieval/glossary.ts';
import { readLexicon } from './retrieval/read-lexicon.ts';
import { createEndpointWatch, type EndpointWatch } from './models/endpoint-watch.ts';
import { type Conversations, createConversations } from './tutoring/conversations.ts';

/** The program's own words, which nothing changes. */
export type WordLists = {
  readonly analyzer: Analyzer;
  readonly lexicon: Glossary;
  readonly concepts: ConceptLexicon;
};

/** What does not depend on the corpus: a tutor that is composed anew keeps it, what was said included. */
export type Lasting = WordLists & {
  readonly conversations: Conversations;
  readonly ledgers: Ledgers;
  /** How the endpoint's calls end; it stops them while the endpoint fails. */
  readonly watch: EndpointWatch;
};

/** Reads the words that come with the program: most of the time that composing a small course takes. */
export async function readWordLists(): Promise<WordLists> {
  const analyzer = createAnalyzer();
  return { analyzer, lexicon: await readLexicon(analyzer), concepts: await readConcepts() };
}

/** Begins with no conversation; reads the word lists unless they are given. */
export async function createLasting(words?: WordLists): Promise<Lasting> {
  return {
    ...(words ?? (await readWordLists())),
    conversations: createConversations(),
    ledgers: createLedgers(),
    watch: createEndpointWatch(),
  };
}
