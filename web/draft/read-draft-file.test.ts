import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftLimit } from './draft-limit.ts';
import { readDraftFile } from './read-draft-file.ts';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const file = (name: string, content: Uint8Array<ArrayBuffer>) => new File([content], name);
const read = (name: string, content: Uint8Array<ArrayBuffer>) => readDraftFile(file(name, content));

describe('readDraftFile', () => {
  it('gives any text back that was saved in UTF-8', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), async (text) => {
        fc.pre(text.trim() !== '' && !/[\0\r\ufeff\ufffd]|[\u0001-\u001f\u007f]/.test(text));
        expect(await read('a.md', bytes(text))).toEqual({ ok: true, text });
      }),
    ));

  it.each([
    ['Windows-1252', bytes('d', [0xe9], 'j', [0xe0]), 'déjà'],
    ['UTF-8 with a mark', bytes([0xef, 0xbb, 0xbf], 'été'), 'été'],
    ['UTF-16', bytes([0xff, 0xfe], [...Buffer.from('été', 'utf16le')]), 'été'],
    ['the line ends of Windows', bytes('un\r\ndeux\rtrois'), 'un\ndeux\ntrois'],
  ])('reads %s', async (_name, content, text) => {
    expect(await read('Brouillon.TXT', content)).toEqual({ ok: true, text });
  });

  it.each([
    ['type', 'rapport.docx', bytes('texte')],
    ['type', 'md', bytes('texte')],
    ['binary', 'photo.md', bytes([0x89], 'PNG', [13, 10, 26, 10, 0, 0, 0])],
    ['binary', 'archive.txt', bytes('PK', [3, 4, 20, 5, 6, 8, 1])],
    ['empty', 'vide.md', bytes(' \n')],
    ['too-large', 'livre.txt', bytes('a'.repeat(3 * draftLimit + 4))],
  ])('refuses with “%s” the file %s', async (problem, name, content) => {
    expect(await read(name, content)).toEqual({ ok: false, problem });
  });

  it('says so when the file has gone', async () => {
    const arrayBuffer = () => Promise.reject(new Error('gone'));
    expect(await readDraftFile({ name: 'a.md', size: 3, arrayBuffer })).toEqual({
      ok: false,
      problem: 'unreadable',
    });
  });
});
