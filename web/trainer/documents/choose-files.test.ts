import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseFiles } from './choose-files.ts';
import { documentLimit } from './document-limits.ts';

const paths = ['lessons/kafka.md', 'projects/Énoncé.md'];
const choose = (...files: readonly { name: string; size: number }[]) =>
  chooseFiles(files, [], paths);

describe('chooseFiles', () => {
  it('takes or refuses every file, and none twice', () => {
    const file = fc.record({
      name: fc.oneof(fc.string(), fc.constantFrom('a.md', 'A.MD', 'b.txt', 'c.pdf')),
      size: fc.integer({ min: 0, max: 2 * documentLimit }),
    });
    fc.assert(
      fc.property(fc.array(file), (files) => {
        const { taken, refused } = choose(...files);
        expect(taken.length + refused.length).toBe(files.length);
        expect(new Set(taken.map(({ path }) => path.toLowerCase())).size).toBe(taken.length);
      }),
    );
  });

  it('gives a file the place of the document of its name, wherever that is', () => {
    const { taken } = choose(
      { name: 'Kafka.md', size: 3 },
      { name: 'E\u0301nonce\u0301.md', size: 3 },
    );
    expect(taken.map(({ path, replaces }) => [path, replaces])).toEqual([
      ['lessons/kafka.md', true],
      ['projects/Énoncé.md', true],
    ]);
  });

  it('says why it refuses', () => {
    const { taken, refused } = choose(
      { name: 'cours.docx', size: 3 },
      { name: 'vide.md', size: 0 },
      { name: 'long.txt', size: documentLimit + 1 },
      { name: 'neuf.md', size: 3 },
      { name: 'neuf.md', size: 4 },
    );
    expect(refused.map(({ why }) => why)).toEqual(['type', 'empty', 'size', 'name']);
    expect(taken).toMatchObject([{ path: 'neuf.md', replaces: false }]);
  });

  it('keeps what was chosen before', () => {
    const before = choose({ name: 'neuf.md', size: 3 }).taken;
    const { taken, refused } = chooseFiles([{ name: 'neuf.md', size: 9 }], before, paths);
    expect(taken).toEqual(before);
    expect(refused).toEqual([{ name: 'neuf.md', why: 'name' }]);
  });
});
