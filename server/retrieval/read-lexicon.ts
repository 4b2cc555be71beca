import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Analyzer } from '../language/analyzer.ts';
import { type Glossary, parseGlossary } from './glossary.ts';

const path = join(import.meta.dirname, '..', 'language', 'lexicon.yaml');

/** The everyday words that come with the project, in the shape of a glossary. */
export async function readLexicon(analyzer: Analyzer): Promise<Glossary> {
  return parseGlossary(await readFile(path, 'utf8'), path, analyzer);
}
