import { type ConceptLexicon, readConcepts } from './integrity/reading/concepts.ts';
import { createLedgers, type Ledgers } from './integrity/ledger.ts';
import { type Analyzer, createAnalyzer } from './language/analyzer.ts';
import type { Glossary } from './retrieval/glossary.ts';
import { readLexicon } from './retrieval/read-lexicon.ts';
import { createEndpointWatch, type EndpointWatch } from './models/endpoint-watch.ts';
import { type Conversations, createConversations } from './tutoring/conversations.ts';

/** What does not depend on the corpus: a tutor that is composed anew keeps it, what was said included. */
export type Lasting = {
  readonly analyzer: Analyzer;
  readonly lexicon: Glossary;
  readonly concepts: ConceptLexicon;
  readonly conversations: Conversations;
  readonly ledgers: Ledgers;
  /** How the endpoint's calls end; it stops them while the endpoint fails. */
  readonly watch: EndpointWatch;
};

/** Reads the program's own word lists and begins with no conversation. */
export async function createLasting(): Promise<Lasting> {
  const analyzer = createAnalyzer();
  return {
    analyzer,
    lexicon: await readLexicon(analyzer),
    concepts: await readConcepts(),
    conversations: createConversations(),
    ledgers: createLedgers(),
    watch: createEndpointWatch(),
  };
}
