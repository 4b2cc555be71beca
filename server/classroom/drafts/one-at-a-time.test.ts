import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOneAtATime } from './one-at-a-time.ts';

describe('createOneAtATime', () => {
  it('runs what is given for a key in order and never at once, whatever fails', async () => {
    const job = fc.record({
      key: fc.constantFrom('a', 'b'),
      ms: fc.integer({ min: 0, max: 3 }),
      fails: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(job, { maxLength: 12 }), async (jobs) => {
        const inTurn = createOneAtATime();
        const running = new Set<string>();
        const begun: Record<string, number[]> = { a: [], b: [] };
        const results = await Promise.allSettled(
          jobs.map(({ key, ms, fails }, at) =>
            inTurn(key, async () => {
              expect(running.has(key)).toBe(false);
              running.add(key);
              begun[key]!.push(at);
              await sleep(ms);
              running.delete(key);
              if (fails) throw new Error(`${at}`);
              return at;
            }),
          ),
        );
        for (const [at, { fails }] of jobs.entries()) {
          expect(results[at]).toMatchObject(
            fails ? { reason: new Error(`${at}`) } : { status: 'fulfilled', value: at },
          );
        }
        for (const order of Object.values(begun))
          expect(order).toEqual(order.toSorted((x, y) => x - y));
      }),
      { numRuns: 30 },
    );
  });
});
