import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { readPlainYaml } from './plain-yaml.ts';

const project = join(import.meta.dirname, '..', '..');
const schemas = ['core', 'failsafe'] as const;

/** What the whole reader says; undefined when it refuses. */
function whole(source: string, schema: (typeof schemas)[number]): { value: unknown } | undefined {
  try {
    return { value: parse(source, { schema, logLevel: 'silent' }) as unknown };
  } catch {
    return undefined;
  }
}

/** Where the plain reader says something else than the whole one; nothing, where it says nothing. */
const disagreements = (source: string) =>
  schemas.flatMap((schema) => {
    const plain = readPlainYaml(source, schema);
    const both = { source, schema, plain, whole: whole(source, schema) };
    return plain === null || isDeepStrictEqual(plain, both.whole) ? [] : [both];
  });

describe('readPlainYaml', () => {
  it('never says what YAML does not say, whatever the text', () => {
    const sign = fc.constantFrom(
      ...['a', 'b: ', 'c:', '- ', '-', ' ', '  ', '\n', '\n  ', '\n    ', '[', ']', '{', '}', ','],
      ...['"', "'", '#', ' #', ':', '1', '0.5', 'true', 'null', '~', '*', '&', '|', '>', '\\n'],
      ...['é', '\u00a0', '%', '@', '!', '?', '? ', '"d": ', '""', "''", '\ta', '---', 'e3', '0x1'],
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 24 }), (signs) => {
        expect(disagreements(signs.join(''))).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
  });

  it('reads what is written plainly, and what it reads is what was written', () => {
    const text = fc.stringMatching(/^[a-zé][a-zé' ]{0,12}[a-zé]$/);
    const name = fc.stringMatching(/^[a-z]{2,6}$/).filter((one) => !/^(?:true|null)$/.test(one));
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof({ depthSize: 'small' }, text, fc.nat(999), tie('list'), tie('map')),
      list: fc.array(tie('value'), { minLength: 1, maxLength: 4 }),
      map: fc.dictionary(name, tie('value'), { minKeys: 1, maxKeys: 4 }),
    }));
    fc.assert(
      fc.property(fc.dictionary(name, value, { minKeys: 1 }), (written) => {
        const source = stringify(written, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE' });
        expect(readPlainYaml(source.replace(/"([a-z]+)":/g, '$1:'), 'core')).toEqual({
          value: { ...written },
        });
      }),
    );
  });

  it('stays in agreement when a real file is cut, joined or mistyped anywhere', async () => {
    const task = (await readFile(join(project, 'corpus/tasks/sc1.yaml'), 'utf8')).slice(0, 2_000);
    const typed = fc.constantFrom('', '\n', ' ', ':', ',', ']', '"', '- ', '#', 'x', '  ');
    const place = fc.nat(task.length);
    fc.assert(
      fc.property(place, fc.nat(3), typed, (at, left, wrong) => {
        expect(disagreements(task.slice(0, at) + wrong + task.slice(at + left))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('reads the files of the project, as the start needs it', async () => {
    const tasks = await readdir(join(project, 'corpus/tasks'));
    for (const path of [
      'corpus/glossary.yaml',
      'server/language/lexicon.yaml',
      'server/integrity/concepts.yaml',
      ...tasks.map((name) => `corpus/tasks/${name}`),
    ]) {
      const plain = readPlainYaml(await readFile(join(project, path), 'utf8'), 'core');
      expect({ path, isPlain: plain !== null }).toEqual({ path, isPlain: true });
    }
  });

  it.each([
    ['a: 1\na: 2', 'a key twice'],
    ['a: &x 1', 'an anchor'],
    ['a: b\n  c', 'a text over two lines'],
    ['a: 2027-06-30', 'a date'],
    ['a: |\n  b', 'a block text'],
    ['a:\n', 'a key without a value'],
    ['a: [b', 'an open bracket'],
    ['', 'nothing'],
  ])('leaves %j to the whole reader: %s', (source) => {
    expect(readPlainYaml(source, 'core')).toBeNull();
  });
});
