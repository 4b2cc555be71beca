import { join } from 'node:path';
import { readCorpus } from '../../server/documents/read-corpus.ts';

const corpusDir = join(import.meta.dirname, '..', '..', 'corpus');

/** Titles and headings that a hint may send to: those of the whole course, sealed documents apart. */
export async function readPublicPlaces(): Promise<readonly string[]> {
  const { documents } = await readCorpus(corpusDir);
  const open = documents.filter(({ kind }) => kind !== 'solution');
  return open.flatMap(({ title, text }) => [
    title,
    ...[...text.matchAll(/^#{2,4} +(.+)$/gm)].map(([, heading]) => heading!.trim()),
  ]);
}
