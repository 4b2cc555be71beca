import { join } from 'node:path';
import { createAnalyzer } from '../../server/language/analyzer.ts';
import { createGlossary } from '../../server/retrieval/glossary.ts';
import type { KeywordIndex } from '../../server/retrieval/keyword-index.ts';
import type { QueryTools } from '../../server/retrieval/query.ts';
import { readGlossary } from '../../server/retrieval/read-glossary.ts';
import { readLexicon } from '../../server/retrieval/read-lexicon.ts';
import { createSpeller } from '../../server/retrieval/spelling.ts';

const project = join(import.meta.dirname, '..', '..');
const corpusDir = join(project, 'corpus');

/** What the tutor analyzes questions with, over an index; without the glossary where the field is not ours. */
export async function queryToolsFor(
  { words, forms }: KeywordIndex,
  { field }: { readonly field: 'ours' | 'another' },
): Promise<QueryTools> {
  const analyzer = createAnalyzer();
  return {
    analyzer,
    glossary:
      field === 'ours' ? await readGlossary(corpusDir, analyzer) : createGlossary([], analyzer),
    lexicon: await readLexicon(analyzer),
    speller: createSpeller(words, forms),
  };
}
