import { readPriceTable } from '../runs/price-table.ts';
import { openRunStore } from '../runs/run-store.ts';
import { runVariant } from '../runs/run-variant.ts';
import { pickSuites, timelessSuites } from '../suites/all-suites.ts';
import { loadVariant } from '../variants/load-variant.ts';
import type { SplitOrder } from './measure-splits.ts';

/** A process of `measureSplits`: runs one split and tells the name of the run. */

const { folder, variant, split, fresh, suites } = JSON.parse(process.argv[2]!) as SplitOrder;

const { header } = await runVariant(await loadVariant(variant), {
  store: await openRunStore(folder),
  prices: await readPriceTable(),
  suites: suites ? pickSuites(suites) : timelessSuites,
  splits: [split],
  ...{ trials: 1, seed: 1, concurrency: 1, perMinute: null, timeoutMs: 60_000, fresh },
  command: 'npm run eval -- --check-baseline',
  env: {},
  signal: new AbortController().signal,
  onProgress: () => {},
  onNote: (note) => void process.stderr.write(`${split}: ${note}\n`),
});
process.send!(header.run, () => process.disconnect());
