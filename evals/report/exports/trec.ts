import type { Chunk } from '../../../server/documents/document.ts';
import type { QuestionCase } from '../../cases/load-cases.ts';
import type { RunRow } from '../../runs/run-row.ts';
import { covers } from '../../scorers/relevance.ts';

/**
 * The rankings of a run in TREC's format, `qid Q0 docid rank score tag`, one passage a line. The score is 1 / rank: the
 * tutor ranks by fusion, and only the order means something. First trials.
 */
export const trecRun = (rows: readonly RunRow[]): string =>
  rows
    .filter(({ trial, output }) => trial === 0 && output !== null)
    .flatMap(({ caseId, variant, output }) =>
      output!.retrieved
        .toSorted((a, b) => a.rank - b.rank)
        .map(
          ({ doc, start, end, rank }) =>
            `${token(caseId)} Q0 ${passageId(doc, start, end)} ${rank} ${(1 / rank).toFixed(6)} ${token(variant.id)}\n`,
        ),
    )
    .join('');

/**
 * The judgements in TREC's format, `qid 0 docid grade`: every passage of the index that holds at least half of a gold
 * place, with the best grade. What is not listed was not judged irrelevant one by one.
 */
export const trecQrels = (
  questions: readonly Pick<QuestionCase, 'id' | 'gold'>[],
  chunks: readonly Pick<Chunk, 'documentId' | 'start' | 'end'>[],
): string =>
  questions
    .flatMap(({ id, gold }) =>
      chunks.flatMap((chunk) => {
        const grades = gold.filter((place) => covers(chunk, place)).map(({ grade }) => grade);
        if (grades.length === 0) return [];
        const passage = passageId(chunk.documentId, chunk.start, chunk.end);
        return [`${token(id)} 0 ${passage} ${Math.max(...grades)}\n`];
      }),
    )
    .join('');

const passageId = (doc: string, start: number, end: number): string =>
  token(`${doc}#${start}-${end}`);

/** Columns are set apart by white space: a name may hold none. */
const token = (name: string): string => name.replace(/\s+/g, '_') || '_';
