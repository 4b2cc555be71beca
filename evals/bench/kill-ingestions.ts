import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Document } from '../../server/documents/document.ts';
import { readIndexFiles } from '../../server/ingestion/index-files.ts';
import { type KillCounts, killDuringWrites } from './kill-ingestion.ts';
import { writeSyntheticCorpus } from './synthetic-corpus.ts';

/** Contents that the ingestion alternates between, by the number of their chunks: none can pass for another. */
const sizes = [60, 120] as const;

/** Longer than one ingestion takes, so that a kill may hit any moment of it. */
const spreadMs = 600;

/**
 * Kills real ingestions of two alternating corpora at random moments; after each kill the index must load and hold one
 * of the two corpora whole.
 */
export async function killIngestions(
  originals: readonly Document[],
  { kills, seed }: { readonly kills: number; readonly seed: number },
): Promise<KillCounts> {
  const folder = await mkdtemp(join(tmpdir(), 'repere-kill-'));
  try {
    const corpora = sizes.map((size) => join(folder, `corpus-${size}`));
    const whole: number[] = [];
    for (const [at, chunks] of sizes.entries()) {
      whole.push(await writeSyntheticCorpus(corpora[at]!, { originals, chunks, seed: seed + at }));
    }
    const program = fileURLToPath(new URL('write-ingestions.ts', import.meta.url));
    return await killDuringWrites(kills, seed, {
      root: join(folder, 'index'),
      writer: (root) => ({
        command: process.execPath,
        args: ['--import', 'tsx', program, root, ...corpora],
        spreadMs,
      }),
      usable: async ({ files, manifest }) => {
        const { chunks } = await readIndexFiles(files, manifest.embeddingModel);
        return whole.includes(chunks.length) && chunks.every(({ text }) => text !== '');
      },
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
