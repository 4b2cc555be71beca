import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../server/documents/decode-text.ts';
import { parseFrontMatter } from '../../../server/documents/parse-front-matter.ts';
import { readDocumentPath } from '../../../server/ingestion/editing/document-path.ts';
import { trainerDocuments as en } from '../../i18n/en/trainer-documents.ts';
import { trainerDocuments as fr } from '../../i18n/fr/trainer-documents.ts';
import { refusalText } from './refusal-text.ts';

const problemOf = (source: string): string => {
  const read = parseFrontMatter(source);
  if (!('problem' in read)) throw new Error('It was read.');
  return read.problem;
};

const wrongRegister = (why: string): string =>
  `line 3: ${why}; nothing was changed: correct that file first.`;

function sentenceOf(refuse: () => unknown): string {
  try {
    refuse();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('It was taken.');
}

describe('refusalText', () => {
  it.each([
    ['broken YAML', problemOf('---\nid: x\n: [}\n---\nText.\n'), /ligne \d/],
    ['an unknown kind', problemOf('---\nkind: banane\n---\nText.\n'), /ligne 2.*kind.*lesson/],
    ['an unknown key', problemOf('---\nid: x\nsort: y\n---\nText.\n'), /ligne 3.*"sort"/],
    ['a block that is not closed', problemOf('---\nid: x\n\nText.\n'), /---/],
  ])('says of %s what the server says, with its line', (_what, problem, expected) => {
    const said = refusalText(`cours/a b.md: ${problem}`, fr.refusals);
    expect(said?.path).toBe('cours/a b.md');
    expect(said?.text.replaceAll('\u00a0', ' ')).toMatch(expected);
    expect(refusalText(problem, en.refusals)?.path).toBeNull();
  });

  it('knows a binary file, repaired accents and a removed file', () => {
    const binary = decodeText(new Uint8Array([1, 0, 0, 0, 2, 0, 3]));
    if (!('problem' in binary)) throw new Error('It was decoded.');
    for (const sentence of [
      `photo.txt: ${binary.problem}`,
      'b.txt: garbled accents were repaired as it was read.',
      'b.md was removed from the course; it is kept in removed/2026 of the data folder.',
    ])
      expect(refusalText(sentence, fr.refusals)?.path).toMatch(/^(?:photo\.txt|b\.md|b\.txt)$/);
  });

  it.each([
    ['a wrong id', problemOf('---\nid: Leçon 1\n---\nT.\n'), /«\u00a0id\u00a0»/],
    ['a wrong language', problemOf('---\nlanguage: français\n---\nT.\n'), /fr ou en/],
    ['a title that is none', problemOf('---\ntitle: [a, b]\n---\nT.\n'), /un texte/],
    ['an alias', problemOf('---\ntitle: &a x\ncourse: *a\n---\nT.\n'), /renvoie/],
    ['a register without its exam', wrongRegister('there is no exam with the id e1'), /« e1 »/],
    ['a heading', wrongRegister('no open document k has the heading “La suite”'), /La suite/],
    [
      'a second register',
      wrongRegister('the exam e1 has a register already, exams/a.yaml'),
      /a\.yaml/,
    ],
    ['another fault', wrongRegister('item A1: its third hint gives the answer away'), /ligne 3/],
  ])('says in French what is wrong: %s', (_what, problem, expected) => {
    const said =
      refusalText(`exams/a b.yaml, ${problem}`, fr.refusals) ?? refusalText(problem, fr.refusals);
    expect(said?.text.replaceAll('\u00a0', ' ').normalize('NFC')).toMatch(
      new RegExp(expected.source.replaceAll('\\u00a0', ' ')),
    );
  });

  it.each(['../x.md', 'a/.b.md', 'x.docx'])('says what cannot be done with %s', (path) => {
    const sentence = sentenceOf(() => readDocumentPath(path));
    expect(refusalText(sentence, fr.refusals)?.path).toBeNull();
  });

  it.each([
    'The course has no folder of that name; put the document in one that exists, or in documents/.',
    'The course has no such file; it may have been removed.',
    'corpus.yaml cannot be read; mend it by hand first.',
    'The folder of the course cannot be changed (EROFS); give the server the right to write there, or change the files where they come from.',
    'Nothing would be left that students can ask about; add another document first.',
    'questions/k.yaml, line 4: “…” is not in kafka, or not where students can read it; copy it again to the letter.',
    'a.md: It is 6 MB large; the limit is 5 MB.',
    '/course/glossary.yaml is not valid YAML (Nested mappings); correct it there, or remove the file.',
    'The course could not be indexed, by a fault of the program; the one before goes on serving.',
  ])('knows: %s', (sentence) => {
    expect(refusalText(sentence, fr.refusals)?.text).toMatch(/[éèàç’]/);
  });

  it('names both files that have one id, since either may be the new one', () => {
    const said = refusalText(
      'lessons/kafka.md has the same id "kafka" as double.md, which is kept; give one of them another id in its front matter.',
      fr.refusals,
    );
    expect(said?.path).toBeNull();
    for (const name of ['lessons/kafka.md', 'double.md', 'kafka'])
      expect(said?.text).toContain(name);
  });

  it('leaves alone what it does not know', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(refusalText(`Register: ${text}`, fr.refusals)).toBeNull();
      }),
    );
  });
});
