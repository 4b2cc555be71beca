import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createAnalyzer } from '../../server/language/analyzer.ts';
import { createGlossary, parseGlossary } from '../../server/retrieval/glossary.ts';
import type { KeywordIndex } from '../../server/retrieval/keyword-index.ts';
import type { QueryTools } from '../../server/retrieval/query.ts';
import { createSpeller } from '../../server/retrieval/spelling.ts';

const project = join(import.meta.dirname, '..', '..');
const glossaryPath = join(project, 'corpus', 'glossary.yaml');
const lexiconPath = join(project, 'server', 'language', 'lexicon.yaml');

/** What the tutor analyzes questions with, over an index; without the glossary where the field is not ours. */
export async function queryToolsFor(
  { words }: KeywordIndex,
  { field }: { readonly field: 'ours' | 'another' },
): Promise<QueryTools> {
  const analyzer = createAnalyzer();
  const read = async (path: string) => parseGlossary(await readFile(path, 'utf8'), path, analyzer);
  return {
    analyzer,
    glossary: field === 'ours' ? await read(glossaryPath) : createGlossary([], analyzer),
    lexicon: await read(lexiconPath),
    speller: createSpeller(words),
  };
}
