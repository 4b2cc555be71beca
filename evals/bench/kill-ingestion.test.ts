import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readGeneration, writeGeneration } from '../../server/ingestion/index-generations.ts';
import { killDuringWrites } from './kill-ingestion.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'repere-killed-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('killDuringWrites', () => {
  it('finds the old index or the new one, intact, after each of 20 kills, and the next writer tidies up', async () => {
    const counts = await killDuringWrites(20, 20_261_103, { root });
    expect(counts).toMatchObject({ none: 0, broken: 0 });
    expect(counts.old + counts.new).toBe(20);
    const state = await readGeneration(root);
    if (state.kind !== 'ready') throw new Error(state.kind);
    const name = await writeGeneration(root, state);
    const generations = (await readdir(join(root, 'generations'))).sort();
    expect(generations).toEqual([state.name, name]);
    expect((await readdir(root)).sort()).toEqual(['current', 'generations']);
  });

  it('counts what a careless writer leaves', async () => {
    const careless = `
      const fs = require('node:fs');
      const root = process.argv[1];
      const folder = root + '/generations/' + fs.readFileSync(root + '/current', 'utf8').trim();
      console.log('ready');
      for (;;) for (const name of fs.readdirSync(folder)) fs.writeFileSync(folder + '/' + name, 'x');`;
    const writer = () => ({
      command: process.execPath,
      args: ['-e', careless, root],
      spreadMs: 50,
    });
    expect(await killDuringWrites(2, 1, { root, writer })).toMatchObject({ broken: 2 });
  });

  it('fails loudly with a writer that fails', async () => {
    const writer = () => ({
      command: process.execPath,
      args: ['-e', 'throw new Error("no corpus")'],
      spreadMs: 0,
    });
    await expect(killDuringWrites(1, 1, { root, writer })).rejects.toThrow('no corpus');
  });
});
