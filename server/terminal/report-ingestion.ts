import type { CorpusSummary } from '../ingestion/read-parts.ts';
import type { OpenedIndex } from '../ingestion/ingest.ts';
import { printable } from './printable.ts';

/**
 * What an ingestion did, or in what state the index was found, and what the corpus folder holds: one line a finding,
 * at most `limit` of each sort.
 */
export function reportIngestion(
  { corpus, report, index }: OpenedIndex,
  limit = Infinity,
): readonly string[] {
  const expected =
    corpus.expected.length > 0 ? `, ${count(corpus.expected.length, 'expected question')}` : '';
  const extent = `${count(corpus.documents.length, 'document')} as ${count(index.chunks.length, 'passage')}${expected}`;
  const seconds = ((report?.durationMs ?? 0) / 1_000).toFixed(1);
  return [
    report ? `Indexed ${extent} in ${seconds} s.` : `Course: ${extent}; the index is up to date.`,
    // Said once, when it is done; the rest is what a trainer may want to mend, hence at every start.
    ...(report ? recodings(corpus, limit) : []),
    ...findings(corpus, limit),
  ].map(printable);
}

function recodings({ documents }: CorpusSummary, limit: number): readonly string[] {
  const recoded = documents.filter(({ encoding, repaired }) => repaired || encoding !== 'utf-8');
  const lines = recoded.map(({ path, encoding, repaired }) =>
    repaired ? `${path}: garbled accents repaired` : `${path}: read as ${encoding}`,
  );
  return list('Encodings repaired or converted', lines, limit);
}

function findings(
  { sealed, problems, skipped, leftOut }: CorpusSummary,
  limit: number,
): readonly string[] {
  const sealedLines = sealed.map(
    ({ path, lines: [first, last], what, reason }) =>
      `${path}, lines ${first} to ${last}: ${what}, ${reason}`,
  );
  const problemLines = problems.map(({ path, reason }) => `${path}: ${reason}`);
  const leftOutLines = leftOut.map(({ path, reason }) => `${path}, ${reason}`);
  return [
    ...list('Kept out of what students can reach', sealedLines, limit),
    ...list('Could not be read', problemLines, limit),
    ...list('Expected questions left out', leftOutLines, limit),
    ...list('Skipped, in a format that is not read', skipped, limit),
  ];
}

function list(title: string, items: readonly string[], limit: number): readonly string[] {
  if (items.length === 0) return [];
  const more = items.length - limit;
  return [
    `${title} (${items.length}):`,
    ...items.slice(0, limit).map((item) => `  ${item}`),
    ...(more > 0 ? [`  and ${more} more; npm run ingest lists them all`] : []),
  ];
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
