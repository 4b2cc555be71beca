import { writeFile } from 'node:fs/promises';
import { answersBench } from './answers-bench.ts';
import { type BenchOptions, readOptions, usage } from './bench-options.ts';
import { collectionBench } from './collection-bench.ts';
import { withCourse } from './course.ts';
import { groupingBench } from './grouping-bench.ts';
import { pageBench } from './page-bench.ts';
import { retrievalBench } from './retrieval-bench.ts';
import { robustnessBench } from './robustness-bench.ts';
import { serviceBench } from './service-bench.ts';
import { streamsBench } from './streams/streams-bench.ts';

/** `npm run bench`: measures and prints; fails only when it cannot measure. */

async function run(options: BenchOptions): Promise<void> {
  const print = (report: string): void => void process.stdout.write(`${report}\n\n\n`);
  if (options.collection !== null) {
    return print(await collectionBench(options.collection, options));
  }
  if (options.failures !== null) await writeFile(options.failures, '');
  const wanted = (section: BenchOptions['only'][number]) => options.only.includes(section);
  if (wanted('page')) print(await pageBench());
  // While the process is still small: it reports memory.
  if (wanted('service')) print(await serviceBench());
  await withCourse(async (course) => {
    for (const split of options.splits) {
      if (wanted('retrieval')) print(await retrievalBench(course, { split, ...options }));
      if (wanted('grouping')) print(await groupingBench(course, split));
      if (wanted('answers')) print(await answersBench(course, { split, ...options }));
    }
  }, options);
  if (wanted('streams')) print(await streamsBench());
  if (wanted('robustness')) print(await robustnessBench(options));
}

let options: BenchOptions | undefined;
try {
  options = readOptions(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n${usage}\n`);
  process.exitCode = 2;
}
if (options) await run(options);
