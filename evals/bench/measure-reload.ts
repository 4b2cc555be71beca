import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { composeLiveTutor } from '../../server/compose-live-tutor.ts';
import { readConfig } from '../../server/config.ts';
import { collectAnswer } from '../../server/commands/collect-answer.ts';

/** What a change of the course costs while the tutor serves, times in milliseconds. */
export type ReloadTimes = {
  readonly reloadMs: number;
  /** How late timers ran meanwhile. */
  readonly loopP99Ms: number;
  readonly loopMaxMs: number;
  /** Of answers that were asked for one after another meanwhile. */
  readonly answerMs: readonly number[];
};

const projectCorpus = join(import.meta.dirname, '..', '..', 'corpus');
const question = 'Quelle est la différence entre le RPO et le RTO ?';

/** Changes a document of our course several times while it serves, and takes each change in. */
export async function measureReloads(): Promise<readonly ReloadTimes[]> {
  const root = await mkdtemp(join(tmpdir(), 'repere-bench-'));
  try {
    const corpusDir = join(root, 'corpus');
    await cp(projectCorpus, corpusDir, { recursive: true });
    const env = { CORPUS_DIR: corpusDir, DATA_DIR: join(root, 'data'), LOG_LEVEL: 'silent' };
    const tutor = await composeLiveTutor(readConfig(env));
    const changed = join(corpusDir, 'lessons', 'lecon-mlops-derive.md');
    const times: ReloadTimes[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      await appendFile(changed, `\n## Ajout ${round}\n\nUne phrase de plus, la ${round}e.\n`);
      const loop = monitorEventLoopDelay({ resolution: 1 });
      loop.enable();
      const started = performance.now();
      const answerMs: number[] = [];
      let isDone = false;
      const reload = tutor.reload().finally(() => (isDone = true));
      const { signal } = new AbortController();
      // Questions would hide in their own time how late the loop is: every second reload goes without.
      while (round % 2 === 0 && !isDone) {
        const asked = performance.now();
        await collectAnswer(tutor.answer({ question }, signal));
        answerMs.push(performance.now() - asked);
        await sleep(50); // an offline answer never waits by itself
      }
      await reload;
      const reloadMs = performance.now() - started;
      loop.disable();
      const [loopP99Ms, loopMaxMs] = [loop.percentile(99) / 1e6, loop.max / 1e6];
      times.push({ reloadMs, loopP99Ms, loopMaxMs, answerMs });
    }
    return times;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

const rounds = 4;
