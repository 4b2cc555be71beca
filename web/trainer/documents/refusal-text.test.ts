import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../server/documents/decode-text.ts';
import { parseFrontMatter } from '../../../server/documents/parse-front-matter.ts';
import { trainerDocuments as en } from '../../i18n/en/trainer-documents.ts';
import { trainerDocuments as fr } from '../../i18n/fr/trainer-documents.ts';
import { refusalText } from './refusal-text.ts';

const problemOf = (source: string): string => {
  const read = parseFrontMatter(source);
  if (!('problem' in read)) throw new Error('It was read.');
  return read.problem;
};

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
