import { describe, expect, it } from 'vitest';
import { runAtOnce, runInSlices, type Steps } from './run-in-slices.ts';

/** Works for a millisecond at each step. */
function* work(steps: number): Steps<number> {
  for (let step = 0; step < steps; step += 1) {
    const started = performance.now();
    while (performance.now() - started < 1);
    yield;
  }
  return steps;
}

describe('runInSlices', () => {
  it('gives what the steps give', async () => {
    expect(await runInSlices(work(3))).toBe(3);
    expect(runAtOnce(work(3))).toBe(3);
  });

  it('lets timers run meanwhile', async () => {
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 1);
    await runInSlices(work(100));
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(2);
  });

  it('stops with the reason of the signal', async () => {
    const controller = new AbortController();
    const running = runInSlices(work(10_000), controller.signal);
    controller.abort(new Error('enough'));
    await expect(running).rejects.toThrow('enough');
  });

  it('fails as the steps fail', async () => {
    const failing = function* (): Steps<void> {
      yield;
      throw new Error('broken');
    };
    await expect(runInSlices(failing())).rejects.toThrow('broken');
  });
});
