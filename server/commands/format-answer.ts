import type { Citation, Place, Source } from '../contract/course.ts';
import type { Document } from '../documents/document.ts';
import { printable } from '../terminal/printable.ts';
import type { Style } from '../terminal/style.ts';
import type { CollectedAnswer } from './collect-answer.ts';

type Documents = ReadonlyMap<string, Pick<Document, 'path'>>;

/** What is printed after the text of an answer: citations, flagged sentences, and for an abstention where to look. */
export function formatAnswer(
  answer: CollectedAnswer,
  documents: Documents,
  { bold, dim }: Style,
): readonly string[] {
  const { citations, unsupported, nearest, text, fallback, keywordsOnly } = answer;
  return [
    ...citations.map((citation) => {
      const { marker, plain, language } = citation;
      return `${bold(`[${marker}]`)} ${place(citation, documents)}: ${quoted(plain, language)}`;
    }),
    ...unsupported.map(
      ({ start, end }) => `Not found in the course: ${quoted(text.slice(start, end), 'en')}`,
    ),
    ...nearestLines(nearest, documents),
    ...(fallback ? [dim('The endpoint did not answer; the offline model wrote this.')] : []),
    ...(keywordsOnly
      ? [dim('The embeddings endpoint did not answer; the passages were found by words alone.')]
      : []),
  ];
}

function nearestLines(nearest: readonly Source[], documents: Documents): readonly string[] {
  if (nearest.length === 0) return [];
  return ['Nearest sections:', ...nearest.map((source) => `  ${place(source, documents)}`)];
}

/** `Title › Section (path, line 12)` */
function place({ documentId, title, headings, line }: Place, documents: Documents): string {
  const path = documents.get(documentId)?.path ?? documentId;
  return printable(`${[title, ...headings].join(' › ')} (${path}, line ${line})`);
}

function quoted(text: string, language: Citation['language']): string {
  const flat = printable(text.replace(/\s+/g, ' ').trim());
  return language === 'fr' ? `« ${flat} »` : `“${flat}”`;
}
