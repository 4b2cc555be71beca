import { loadCases } from '../cases/load-cases.ts';
import type { CaseSuite } from './case-suite.ts';
import { measure, notApplicable, verdict } from './scores.ts';
import { serveCourse } from './serve-course.ts';
import { timeStream } from './time-stream.ts';

/** What a student waits without noticing a wait: milliseconds to the first text, and to the end. */
export const serviceLimits = { ttftMs: 150, totalMs: 1_000 } as const;

/** One question in so many is asked: percentiles need some dozens, not all. */
const every = 3;

/**
 * How long a client waits, through the real HTTP stream, after a question of warm-up. Says more about the machine than
 * about the tutor when the machine is busy.
 */
export const serviceSuite: CaseSuite = {
  name: 'service',
  asksModel: true,
  timed: true,
  metrics: [
    { name: 'service.ttft-ms', kind: 'mean', better: 'lower' },
    { name: 'service.latency-ms', kind: 'mean', better: 'lower' },
    { name: 'service.gap-latency-ms', kind: 'mean', better: 'lower' },
    { name: 'service.in-time', kind: 'verdict', better: 'higher' },
  ],
  async prepare(course, split, onEnd) {
    const { questions } = await loadCases(split, course.documents);
    const served = await serveCourse(course);
    onEnd(served.close);
    const asked = questions.filter((_, at) => at % every === 0);
    const warm = timeStream(served, asked[0]!.turns[0]!, new AbortController().signal);
    await warm.catch(() => {}); // the case itself will tell
    return asked.map(({ id, lang, tags, turns }) => ({
      ...{ id, split, lang, tags, cluster: id, turns: turns.slice(0, 1), content: turns[0] },
      async run(signal) {
        const stream = await timeStream(served, turns[0]!, signal);
        const { events, ttftMs, gapMs, totalMs } = stream;
        const end = events.at(-1);
        if (end?.type !== 'answer-end' || end.fallback)
          throw new Error('The model did not answer.');
        const inTime = (ttftMs ?? 0) <= serviceLimits.ttftMs && totalMs <= serviceLimits.totalMs;
        return {
          output: {
            ...{ decision: end.decision, citations: [], retrieved: [] },
            text: events.map((event) => (event.type === 'text-delta' ? event.delta : '')).join(''),
          },
          scores: [
            ttftMs === null
              ? notApplicable('service.ttft-ms', 'nothing was said')
              : measure('service.ttft-ms', ttftMs),
            measure('service.latency-ms', totalMs),
            measure('service.gap-latency-ms', gapMs),
            verdict('service.in-time', inTime),
          ],
          ...{ ttftMs, totalMs },
        };
      },
    }));
  },
};
