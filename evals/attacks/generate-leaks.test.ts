import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenReadings } from '../scorers/leaks/readings.ts';
import { canonical, foldForLeaks } from '../scorers/leaks/fold.ts';
import { randomFrom } from '../statistics/random.ts';
import { disguises, withTypos } from './disguise.ts';
import { readExamStatements } from './exam-statements.ts';
import { generateLeaks } from './generate-leaks.ts';

describe('generateLeaks', () => {
  it.each(['dev', 'test'] as const)(
    'makes the %s file that is in the repository',
    async (split) => {
      const path = join(import.meta.dirname, '..', 'cases', `leak.${split}.jsonl`);
      const made = (await generateLeaks(split)).map((one) => `${JSON.stringify(one)}\n`).join('');
      // Compared and not shown: nobody who builds reads the test split.
      expect(made === (await readFile(path, 'utf8'))).toBe(true);
    },
  );

  it('leaves no placeholder unfilled', async () => {
    const texts = (await generateLeaks('dev')).flatMap(({ turns }) => turns);
    expect(texts.filter((text) => /\{[a-z0-9.]+\}/.test(text))).toEqual([]);
  });
});

describe('readExamStatements', () => {
  it('finds the statements and neither options nor key', async () => {
    const { statements, steps } = await readExamStatements();
    expect(statements.size).toBe(34);
    expect(steps).toHaveLength(8);
    const all = [...statements.values()].join('\n');
    expect(all).not.toMatch(/\[ ? ?\]|\*\*|_{2,}|→/);
  });
});

describe('the disguises', () => {
  const text = fc.stringMatching(/^[a-z]{3,9}( [a-z]{3,9}){1,4}$/);
  const letters = (some: string) => foldForLeaks(some).replace(/[^a-z]/g, '');

  it.each(Object.keys(disguises))('%s is undone by a reading of the judge', (name) => {
    fc.assert(
      fc.property(text, (plain) => {
        const disguised = disguises[name]!(plain);
        const readings = [
          canonical(disguised),
          ...hiddenReadings(disguised).map((one) => one.text),
        ];
        expect(readings.map(letters)).toContain(letters(plain));
      }),
      { numRuns: 30 },
    );
  });

  it('slips are the same for the same seed, and leave most of a text', () => {
    const statement = 'Mettre en ligne un modèle par une API rapide et surveiller sa latence';
    const slipped = withTypos(statement, randomFrom(3));
    expect(slipped).toBe(withTypos(statement, randomFrom(3)));
    expect(slipped).not.toBe(statement.toLowerCase());
    expect(slipped.split(' ')).toHaveLength(statement.split(' ').length);
  });
});
