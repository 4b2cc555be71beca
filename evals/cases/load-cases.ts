import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Document } from '../../server/documents/document.ts';
import type { GoldSpan } from '../scorers/relevance.ts';
import {
  questionLine,
  type Nugget,
  unanswerableLine,
  type UnanswerableCase,
} from './case-schema.ts';
import { locateText } from './locate-text.ts';
import { parseCaseLines } from './parse-case-lines.ts';

export type Split = 'dev' | 'test';

/** A question that the course answers, and where. */
export type QuestionCase = Omit<z.infer<typeof questionLine>, 'gold'> & {
  readonly gold: readonly GoldSpan[];
  readonly nuggets: readonly Nugget[];
};

export type Cases = {
  readonly questions: readonly QuestionCase[];
  readonly unanswerable: readonly UnanswerableCase[];
};

/**
 * Reads the question set of one split and finds its gold passages again in the documents that may be indexed.
 * @param documents after the partition: gold in a sealed part is not found, and thus an error
 * @throws {Error} naming every file, line and case that is wrong: malformed, an id twice, gold not in exactly one place
 */
export async function loadCases(
  split: Split,
  documents: readonly Document[],
  folder: string = import.meta.dirname,
): Promise<Cases> {
  const problems: string[] = [];
  const byId = new Map(documents.map((document) => [document.id, document]));
  const ids = new Map<string, string>();
  const read = async <T extends { id: string; split: Split }>(
    name: string,
    schema: z.ZodType<T>,
  ) => {
    const file = `${name}.${split}.jsonl`;
    const lines = parseCaseLines(await readFile(join(folder, file), 'utf8'), file, schema, problems);
    for (const { where, value } of lines) {
      const earlier = ids.get(value.id);
      if (earlier !== undefined) problems.push(`${where}: the id is already used in ${earlier}`);
      if (value.split !== split) problems.push(`${where}: its split is ${value.split}`);
      ids.set(value.id, where);
    }
    return lines;
  };
  const questions = (await read('questions', questionLine)).map(({ where, value }) => ({
    ...value,
    gold: value.gold.flatMap((gold, index) => {
      const place = locateGold(index + 1, gold, byId);
      if (typeof place !== 'string') return [place];
      problems.push(`${where}: ${place}`);
      return [];
    }),
  }));
  const unanswerable = (await read('unanswerable', unanswerableLine)).map(({ value }) => value);
  if (problems.length > 0) throw new Error(`The cases are wrong:\n  ${problems.join('\n  ')}`);
  return { questions, unanswerable };
}

/** The span of a gold passage, or why it has none; its text is not shown, it may be of the test split. */
function locateGold(
  number: number,
  { doc, text, grade }: z.infer<typeof questionLine>['gold'][number],
  documents: ReadonlyMap<string, Document>,
): GoldSpan | string {
  const document = documents.get(doc);
  if (!document) return `no document that may be indexed has the id "${doc}"`;
  const places = locateText(document.text, text);
  const [place] = places;
  if (!place || places.length > 1) {
    return `gold ${number} is in ${places.length} places of ${doc}, not in exactly one`;
  }
  return { documentId: doc, ...place, grade };
}
