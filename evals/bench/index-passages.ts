import type { Chunk, Document } from '../../server/documents/document.ts';
import { offlineEmbeddingModel } from '../../server/ingestion/build-index.ts';
import { createAnalyzer } from '../../server/language/analyzer.ts';
import { buildKeywordIndex } from '../../server/retrieval/keyword-index.ts';
import { type PublicIndex, publicIndex } from '../../server/retrieval/public-index.ts';
import type { QueryTools } from '../../server/retrieval/query.ts';
import { embedPassages, randomIndexingDimensions } from '../../server/retrieval/random-indexing.ts';
import { createVectorStore } from '../../server/retrieval/vector-store.ts';
import { queryToolsFor } from './query-tools.ts';
import type { TitledText } from './search-system.ts';

/** Indexes passages as they are, one chunk each, with our channels and without a glossary: their field is not ours. */
export async function indexPassages(
  passages: readonly TitledText[],
): Promise<{ readonly index: PublicIndex; readonly tools: QueryTools }> {
  const keywords = buildKeywordIndex(passages, createAnalyzer());
  const vectors = await createVectorStore(embedPassages(keywords.stems), {
    dimensions: randomIndexingDimensions,
  });
  const documents = new Map(passages.map((passage, at) => [`p${at}`, toDocument(passage, at)]));
  const chunks = [...documents.values()].map(toChunk);
  const index = publicIndex({
    ...{
      documents,
      chunks,
      keywords,
      vectors,
      expected: { questions: [], keywords: buildKeywordIndex([], createAnalyzer()) },
    },
    embeddingModel: offlineEmbeddingModel,
  });
  return { index, tools: await queryToolsFor(keywords, { field: 'another' }) };
}

const toDocument = ({ title, text }: TitledText, at: number): Document => ({
  ...{ id: `p${at}`, title, text, path: `p${at}.md` },
  ...{ course: null, kind: 'document', language: 'fr', firstLine: 1 },
  ...{ encoding: 'utf-8', repaired: false },
});

const toChunk = ({ id, text }: Document): Chunk => ({
  ...{ id: `${id}#0-${text.length}`, documentId: id, headings: [] },
  ...{ start: 0, end: text.length, text },
});
