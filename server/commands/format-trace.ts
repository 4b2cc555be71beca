import type { Retrieval, RetrievedChunk } from '../retrieval/retriever.ts';
import { printable } from '../terminal/printable.ts';
import type { CollectedAnswer } from './collect-answer.ts';

const columnWidth = 9;

/**
 * How retrieval scored each passage: a line each, best first, with every signal (0 to 1), what became of the
 * passage, and where it is. `cited` stands in the answer, `kept` was shown to the model, `dropped` was not.
 */
export function formatTrace(
  { chunks, support, vectors, weights }: Retrieval,
  answer: Pick<CollectedAnswer, 'sources' | 'citations'> | null,
): readonly string[] {
  const names = Object.keys(weights) as (keyof typeof weights)[];
  const cells = (values: readonly (string | number)[]) =>
    values.map((value) => format(value).padStart(columnWidth)).join('');
  return [
    `Retrieval trace (vectors: ${vectors}; support: stems ${format(support.stems)}, coverage ${format(support.coverage)}, 4-grams ${format(support.grams)})`,
    `${cells(['rank', 'score', ...names])}  fate`,
    `${cells(['', 'weight', ...names.map((name) => weights[name])])}`,
    ...chunks.map((chunk) => {
      const { rank, score, signals } = chunk;
      const values = cells([`${rank}`, score, ...names.map((name) => signals[name])]);
      return `${values}  ${fate(chunk, answer).padEnd(8)}${place(chunk)}`;
    }),
  ];
}

function fate(
  { chunk }: RetrievedChunk,
  answer: Pick<CollectedAnswer, 'sources' | 'citations'> | null,
): string {
  if (answer === null) return '';
  const inside = (place: { documentId: string; start: number; end: number }) =>
    place.documentId === chunk.documentId && chunk.start <= place.start && place.end <= chunk.end;
  if (answer.citations.some(inside)) return 'cited';
  return answer.sources.some(inside) ? 'kept' : 'dropped';
}

const place = ({ chunk, document }: RetrievedChunk): string =>
  printable([document.title, ...chunk.headings].join(' › ')).replace(/\s+/g, ' ');

const format = (value: string | number): string =>
  typeof value === 'string' ? value : value.toFixed(2);
