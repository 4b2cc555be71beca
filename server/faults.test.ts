import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const rows = readFileSync(join(import.meta.dirname, 'FAULTS.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| what goes wrong'));

const testsOf = (row: string): readonly string[] =>
  [...row.matchAll(/`([\w./-]+\.test\.tsx?)`/g)].map(([, path]) => path!);

describe('FAULTS.md', () => {
  it('names a test for every fault', () => {
    expect(rows.length).toBeGreaterThan(35);
    expect(rows.filter((row) => testsOf(row).length === 0)).toEqual([]);
  });

  it('names no test that is not there', () => {
    const missing = rows.flatMap(testsOf).filter((path) => !existsSync(join(root, path)));
    expect(missing).toEqual([]);
  });
});
