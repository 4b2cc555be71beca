import type { IngestionReport } from '../ingestion/ingest.ts';
import { printable } from './printable.ts';

/** What an ingestion did, for the trainer: one line a finding, at most `limit` of each sort. */
export function reportIngestion(report: IngestionReport, limit = Infinity): readonly string[] {
  const { documents, chunks, sealed, problems, skipped, durationMs } = report;
  const seconds = (durationMs / 1_000).toFixed(1);
  const recoded = documents.filter(({ encoding, repaired }) => repaired || encoding !== 'utf-8');
  return [
    `Indexed ${count(documents.length, 'document')} as ${count(chunks, 'passage')} in ${seconds} s.`,
    ...list(
      'Encodings repaired or converted',
      recoded.map(({ path, encoding, repaired }) =>
        repaired ? `${path}: garbled accents repaired` : `${path}: read as ${encoding}`,
      ),
      limit,
    ),
    ...list(
      'Kept out of what students can reach',
      sealed.map(
        ({ path, lines: [first, last], what, reason }) =>
          `${path}, lines ${first} to ${last}: ${what}, ${reason}`,
      ),
      limit,
    ),
    ...list(
      'Could not be read',
      problems.map(({ path, reason }) => `${path}: ${reason}`),
      limit,
    ),
    ...list('Skipped, in a format that is not read', skipped, limit),
  ].map(printable);
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
