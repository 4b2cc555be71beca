import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeHeader, fakeRow } from '../testing/fake-rows.ts';
import { openRun, readRun } from './run-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'repere-runs-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const header = fakeHeader();
const rows = ['a', 'b', 'c'].map((id) => fakeRow(id, { metric: 'answers.gold-fact', value: 1 }));

describe('a run file', () => {
  it('gives back what was written, and whether it was ended', async () => {
    const path = join(folder, 'whole.jsonl');
    const writer = await openRun(path);
    for (const line of [header, ...rows]) await writer.add(line);
    expect(await readRun(path)).toEqual({ header, rows, end: null });
    const end = { kind: 'end', run: 'r1', finishedAt: header.startedAt, costUsd: null } as const;
    await writer.add(end);
    await writer.close();
    expect(await readRun(path)).toEqual({ header, rows, end });
  });

  it('loses at most the torn line, wherever a kill cuts the file, and goes on after it', async () => {
    const lines = [header, ...rows].map((line) => `${JSON.stringify(line)}\n`);
    const bytes = Buffer.from(lines.join(''));
    const firstLine = Buffer.byteLength(lines[0]!);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: firstLine, max: bytes.length }), async (cut) => {
        const path = join(folder, 'cut.jsonl');
        await writeFile(path, bytes.subarray(0, cut));
        const kept = (await readRun(path)).rows.length;
        const writer = await openRun(path);
        for (const row of rows.slice(kept)) await writer.add(row);
        await writer.close();
        expect(await readFile(path, 'utf8')).toBe(bytes.toString());
      }),
      { numRuns: 60 },
    );
  });

  it('names the line that is none', async () => {
    const path = join(folder, 'wrong.jsonl');
    await writeFile(path, `${JSON.stringify(header)}\n`);
    await appendFile(path, '{"kind":"row"}\n');
    await expect(readRun(path)).rejects.toThrow(/wrong\.jsonl:2 is no line of a run/);
    await expect(readRun(join(folder, 'none.jsonl'))).rejects.toThrow(/There is no run/);
  });
});

describe('openRun', () => {
  it('says in one sentence that the disk is full', async () => {
    const writer = await openRun('/dev/full').catch(() => null);
    if (!writer) return; // no such device on this system
    await expect(writer.add(header)).rejects.toThrow(/There is no room for .*same command again/);
    await writer.close();
  });
});
