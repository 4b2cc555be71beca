import { expect, it } from 'vitest';
import { senseOf } from '../report/metric-sense.ts';
import { allSuites } from './all-suites.ts';

it('is read by the reports as the suites mean it', () => {
  for (const { name, better } of allSuites.flatMap(({ metrics }) => metrics)) {
    expect([name, senseOf(name)]).toEqual([name, better === 'higher' ? 1 : -1]);
  }
});
