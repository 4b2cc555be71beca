import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingSteps } from './reading-steps.ts';

const criteria = ['a', 'b', 'c'].map((id) => ({ id, name: id.toUpperCase() }));
const order = ['done', 'now', 'waiting'];

describe('readingSteps', () => {
  it('has exactly one step under way, after what is done and before what waits', () => {
    fc.assert(
      fc.property(fc.nat(criteria.length), (count) => {
        const read = criteria.slice(0, count).map(({ id }) => id);
        const isRead = count === criteria.length;
        const states = readingSteps(criteria, { read, isRead, check: 'check' }).map(
          ({ state }) => state,
        );
        expect(states.filter((state) => state === 'done')).toHaveLength(count);
        expect(states.filter((state) => state === 'now')).toHaveLength(1);
        expect(states).toEqual([...states].sort((x, y) => order.indexOf(x) - order.indexOf(y)));
      }),
    );
  });

  it('has the check alone for a task that the course no longer sets', () => {
    const steps = readingSteps([], { read: ['a'], isRead: false, check: 'check' });
    expect(steps).toEqual([{ id: ' check', name: 'check', state: 'waiting' }]);
  });
});
