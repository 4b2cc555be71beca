import { availableParallelism, loadavg } from 'node:os';
import { percentile } from '../../statistics/percentile.ts';
import { ms, table } from '../table.ts';
import { targetTable } from '../targets.ts';
import { measureRefusals } from './measure-refusals.ts';
import { measureStreams } from './measure-streams.ts';

const streams = 1_000;

const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(0)} MB`;

/** A thousand students read an answer at 20 words a second; and what is refused or stopped. Returns the report. Times hold for the machine. */
export async function streamsBench(): Promise<string> {
  const refusals = await measureRefusals();
  const times = await measureStreams(streams);
  const slowest = (all: readonly number[]) => percentile(all, 1);
  const gap = (share: number) => percentile(times.gapsMs, share);
  const [before, after] = times.held;
  const [load = 0] = loadavg();
  const cores = availableParallelism();
  return [
    'Streams: endpoint, server and students in three processes',
    `Load average ${load.toFixed(1)} on ${cores} cores: the three alone make about 2; above ${cores + 1} the times say more about the machine.`,
    table(
      ['measure', ''],
      [
        ['streams at 20 words a second', times.streams],
        ['  ended whole', times.complete],
        ['  processor of the server meanwhile', `${(times.cpuShare * 100).toFixed(0)} %`],
        ['  memory added', megabytes(times.addedBytes)],
        ['  event loop late, p99', ms(times.loopP99Ms)],
        ['  between two words of one stream, p50', ms(gap(0.5))],
        ['  between two words of one stream, p99', ms(gap(0.99))],
        ['  between two words of one stream, most', ms(gap(1))],
        ['  sockets, timers before', `${before.sockets}, ${before.timers}`],
        ['  sockets, timers some seconds after', `${after.sockets}, ${after.timers}`],
        ['a body of 20 MB refused, slowest of 10', ms(slowest(refusals.largeBodyMs))],
        ['JSON of 250,000 brackets refused, slowest of 10', ms(slowest(refusals.deepJsonMs))],
        ['call upstream ended after a stop, slowest of 10', ms(slowest(refusals.stopMs))],
      ],
    ),
    targetTable([
      {
        target: { name: 'streams that did not end whole', atMost: 0 },
        measured: times.streams - times.complete,
        show: String,
      },
      {
        target: { name: 'gap between two words, p99', atMost: 250 },
        measured: gap(0.99),
        show: ms,
      },
      {
        target: { name: 'memory added', atMost: 200 * 1_048_576 },
        measured: times.addedBytes,
        show: megabytes,
      },
      {
        target: { name: 'large body refused', atMost: 50 },
        measured: slowest(refusals.largeBodyMs),
        show: ms,
      },
      {
        target: { name: 'deep JSON refused', atMost: 50 },
        measured: slowest(refusals.deepJsonMs),
        show: ms,
      },
      {
        target: { name: 'call upstream ended after a stop', atMost: 500 },
        measured: slowest(refusals.stopMs),
        show: ms,
      },
    ]),
  ].join('\n\n');
}
