import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { readQuickYaml } from './quick-yaml.ts';

const project = join(import.meta.dirname, '..', '..');
const schemas = ['core', 'failsafe'] as const;

/** What the other reader says; undefined when it refuses. */
function whole(source: string, schema: (typeof schemas)[number]): { value: unknown } | undefined {
  try {
    return { value: parse(source, { schema, logLevel: 'silent' }) as unknown };
  } catch {
    return undefined;
  }
}

/** Where it says something else than the other reader; nothing, where it says nothing. */
const disagreements = (source: string) =>
  schemas.flatMap((schema) => {
    const quick = readQuickYaml(source, schema);
    const both = { source, schema, quick, whole: whole(source, schema) };
    return quick === null || isDeepStrictEqual(quick, both.whole) ? [] : [both];
  });

describe('readQuickYaml', () => {
  it('reads what is written plainly, and what it reads is what was written', () => {
    const text = fc.string({ unit: 'grapheme' });
    const name = fc.stringMatching(/^[a-z]{2,6}$/).filter((one) => !/^(?:true|null)$/.test(one));
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof({ depthSize: 'small' }, text, fc.nat(999), tie('list'), tie('map')),
      list: fc.array(tie('value'), { minLength: 1, maxLength: 4 }),
      map: fc.dictionary(name, tie('value'), { minKeys: 1, maxKeys: 4 }),
    }));
    fc.assert(
      fc.property(fc.dictionary(name, value, { minKeys: 1 }), (written) => {
        const source = stringify(written);
        expect(readQuickYaml(source, 'core')).toEqual({
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
      const quick = readQuickYaml(await readFile(join(project, path), 'utf8'), 'core');
      expect({ path, isRead: quick !== null }).toEqual({ path, isRead: true });
    }
  });

  it.each([
    ['a: 1\na: 2', 'a key twice'],
    ['a: [b', 'an open bracket'],
    ['a: 1\n b: 2', 'a column between two'],
    ['--- 1\n--- 2', 'several documents'],
  ])('leaves %j to the other reader: %s', (source) => {
    expect(readQuickYaml(source, 'core')).toBeNull();
  });
});
