import { isUtf8 } from 'node:buffer';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeText } from '../documents/decode-text.ts';
import type { Document } from '../documents/document.ts';
import { type CorpusProblem, refusalOf } from '../documents/list-files.ts';
import { errorCode } from '../errors.ts';
import type { ExpectedQuestion } from '../retrieval/expected/expected-question.ts';
import { locateQuotation } from './locate-quotation.ts';
import { parseQuestionsFile, type WrittenQuestion } from './parse-questions-file.ts';

/** The folder of the corpus that holds a file of expected questions for each document that has some. */
const folderName = 'questions';
/** 5,000 entries with four wordings each; more is a mistake. */
const maxFileBytes = 2_000_000;

export type ExpectedQuestions = {
  /** By file and line. */
  readonly questions: readonly ExpectedQuestion[];
  /** Files and entries that were left out, with one sentence each. */
  readonly problems: readonly CorpusProblem[];
};

/**
 * Reads `questions/*.yaml` of a corpus and finds each quotation again in the documents that students can reach.
 *
 * An entry of which one quotation is not found is left out whole: half an answer would pass for one.
 * @param open documents after the partition, so that a quotation from a sealed part is never found
 */
export async function readExpectedQuestions(
  corpusDir: string,
  open: readonly Document[],
): Promise<ExpectedQuestions> {
  const questions: ExpectedQuestion[] = [];
  const problems: CorpusProblem[] = [];
  const byId = new Map(open.map((document) => [document.id, document]));
  const folder = join(corpusDir, folderName);
  for (const name of await listYaml(folder, problems)) {
    const path = `${folderName}/${name}`;
    const report = (reason: string) => problems.push({ path, reason });
    const source = await readSource(join(folder, name));
    if ('problem' in source) {
      report(source.problem);
      continue;
    }
    const file = parseQuestionsFile(source.text);
    for (const problem of file.problems) report(problem);
    if (file.documentId === null) continue;
    const document = byId.get(file.documentId);
    if (!document) {
      report(
        `students can reach no document with the id "${file.documentId}"; correct "document", or remove the file.`,
      );
      continue;
    }
    for (const written of file.questions) {
      const resolved = resolve(written, document);
      if (typeof resolved === 'string') report(resolved);
      else questions.push(resolved);
    }
  }
  return { questions, problems };
}

/** The question with the places of its quotations, or why it is left out. */
function resolve({ ask, quote }: WrittenQuestion, document: Document): ExpectedQuestion | string {
  const places = [];
  for (const { text, line } of quote) {
    const place = locateQuotation(document.text, text);
    if (!place) {
      return `line ${line}: “${shorten(text)}” is not in ${document.id}, or not where students can read it; copy it again to the letter.`;
    }
    places.push(place);
  }
  return { documentId: document.id, asks: ask, places };
}

const shorten = (text: string): string => {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length <= 60 ? flat : `${flat.slice(0, 57).toWellFormed()}…`;
};

async function listYaml(folder: string, problems: CorpusProblem[]): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => /^[^.].*\.ya?ml$/i.test(name)).toSorted();
  } catch (error) {
    const code = errorCode(error);
    if (code !== 'ENOENT' && code !== 'ENOTDIR') {
      problems.push({ path: folderName, reason: `It cannot be read: ${refusalOf(error)}.` });
    }
    return [];
  }
}

async function readSource(path: string): Promise<{ text: string } | { problem: string }> {
  try {
    const { size } = await stat(path);
    if (size > maxFileBytes) {
      return { problem: `It is larger than ${maxFileBytes / 1_000_000} MB; split it.` };
    }
    const bytes = await readFile(path);
    // What is UTF-8 is left as it is: looking for garbled accents in it takes longer than all the rest.
    if (isUtf8(bytes) && !bytes.includes(0))
      return {
        text: bytes
          .toString('utf8')
          .replace(/^\uFEFF/, '')
          .replace(/\r\n?/g, '\n'),
      };
    const decoded = decodeText(bytes);
    return 'problem' in decoded ? { problem: decoded.problem } : { text: decoded.text };
  } catch (error) {
    return { problem: `It cannot be read: ${refusalOf(error)}.` };
  }
}
