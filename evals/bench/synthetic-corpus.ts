import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Document } from '../../server/documents/document.ts';
import { splitDocument } from '../../server/documents/split-document.ts';
import { pick, randomFrom } from '../statistics/random.ts';

/**
 * Writes a corpus of about `chunks` chunks into `folder`: the sentences and headings of real documents, shuffled.
 *
 * Its vocabulary is that of the originals, so its posting lists are longer, and searching it slower, than in a real
 * corpus of that size. The same seed writes the same corpus.
 * @returns how many chunks it splits into, at least `chunks`
 */
export async function writeSyntheticCorpus(
  folder: string,
  { originals, chunks, seed }: SyntheticCorpus,
): Promise<number> {
  await mkdir(folder, { recursive: true });
  const random = randomFrom(seed);
  const parts = {
    sentences: originals.flatMap(sentencesOf),
    headings: originals.flatMap(headingsOf),
  };
  let written = 0;
  for (let number = 1; written < chunks; number += 1) {
    const title = `${pick(parts.headings, random)} (${number})`;
    const text = `# ${title}\n\n${sections(parts, random)}`;
    const document = { ...originals[0]!, id: `synthese-${number}`, title, text };
    written += splitDocument(document).length;
    await writeFile(join(folder, `${document.id}.md`), text);
  }
  return written;
}

export type SyntheticCorpus = {
  readonly originals: readonly Document[];
  readonly chunks: number;
  readonly seed: number;
};

type Parts = { readonly sentences: readonly string[]; readonly headings: readonly string[] };

const sectionCount = 12;
/** About the size of a chunk. */
const sectionLength = 850;

function sections({ sentences, headings }: Parts, random: () => number): string {
  return Array.from({ length: sectionCount }, () => {
    let text = '';
    while (text.length < sectionLength) text += `${pick(sentences, random)} `;
    return `## ${pick(headings, random)}\n\n${text.trim()}\n`;
  }).join('\n');
}

const headingsOf = ({ text }: Document): string[] =>
  [...text.matchAll(/^#{1,4} +(.+)$/gm)].map(([, heading]) => heading!);

/** Sentences of the paragraphs; tables, lists and code are left out. */
const sentencesOf = ({ text }: Document): string[] =>
  text
    .split('\n')
    .filter((line) => /^\p{Lu}/u.test(line))
    .flatMap((line) => line.split(/(?<=[.!?])\s+(?=\p{Lu})/u))
    .filter(({ length }) => length >= 30 && length <= 300);
