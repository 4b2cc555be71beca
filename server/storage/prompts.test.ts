import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { addPrompt, listPrompts } from './prompts.ts';
import { openStore } from './store.ts';

it('gives each of many prompts that come at once a version of its own, without a gap', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'repere-prompts-'));
  const { tables, close } = await openStore(folder);
  try {
    const prompt = { text: 't', note: '', createdAt: '2026-01-01T00:00:00.000Z' };
    const all = [1, 2, 3, 4, 5];
    const versions = await Promise.all(all.map(() => addPrompt(tables, prompt)));
    expect(versions.toSorted()).toEqual(all);
    expect((await listPrompts(tables)).map(({ version }) => version)).toEqual(all.toReversed());
  } finally {
    await close();
    await rm(folder, { recursive: true, force: true });
  }
});
