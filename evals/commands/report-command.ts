import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { withCourse } from '../bench/course.ts';
import { loadCases } from '../cases/load-cases.ts';
import { exitCodeOf, printGates } from '../compare/print-gates.ts';
import { printMetrics, printService } from '../compare/print-metrics.ts';
import { decideGates } from '../gates/decide-gates.ts';
import { readGates } from '../gates/read-gates.ts';
import { csv } from '../report/exports/csv.ts';
import { junit } from '../report/exports/junit.ts';
import { markdown } from '../report/exports/markdown.ts';
import { promptfooConfig, promptfooResults } from '../report/exports/promptfoo.ts';
import { trecQrels, trecRun } from '../report/exports/trec.ts';
import { historyOf } from '../report/history-of.ts';
import { htmlReport } from '../report/html/html-report.ts';
import { reportModel, type ReportModel } from '../report/report-model.ts';
import { readRun } from '../runs/run-file.ts';
import type { Run } from '../runs/run-row.ts';
import { openRunStore, type RunStore } from '../runs/run-store.ts';
import type { Command } from './command.ts';
import { type ReportOptions, readReportOptions } from './report-options.ts';
import { runsFolder } from './runs-folder.ts';

/** `npm run eval -- report RUN`: prints a run, or two side by side, and writes it in other forms. Runs nothing. */
export const reportCommand: Command = async (args, { print }) => {
  const options = readReportOptions(args);
  const store = await openRunStore(runsFolder);
  const run = await findRun(options.run, store);
  const baseline = options.baseline === null ? null : await findRun(options.baseline, store);
  const model = reportModel({
    ...{ run, baseline, history: options.html === null ? [] : await historyOf(run, store) },
    gates: decideGates(await readGates(), run, baseline),
  });
  print(
    [
      printMetrics(model.metrics, model.differences),
      printService(model.service),
      printGates(model.gates),
      ...(model.voids.length > 0 ? [`VOID:\n  ${model.voids.join('\n  ')}`] : []),
    ].join('\n\n'),
  );
  for (const path of await writeReports(model, options)) print(`Written: ${path}`);
  return exitCodeOf(model.gates, model.voids);
};

async function findRun(name: string, store: RunStore): Promise<Run> {
  if (name.endsWith('.jsonl')) return readRun(name);
  const headers = await store.headers();
  const newest = headers
    .filter(({ run, variant }) => run === name || variant.id === name)
    .toSorted((a, b) => a.startedAt.localeCompare(b.startedAt))
    .at(-1);
  if (newest) return store.read(newest.run);
  const known = [...new Set(headers.map(({ variant }) => variant.id))].join(', ');
  throw new Error(
    `There is no run or variant "${name}" in ${store.folder}; ${known === '' ? 'it is empty: make a run first' : `there are runs of ${known}`}.`,
  );
}

async function writeReports(
  model: ReportModel,
  options: ReportOptions,
): Promise<readonly string[]> {
  const files = new Map<string, string>();
  if (options.html !== null) files.set(options.html, await htmlReport(model));
  if (options.junit !== null) files.set(options.junit, junit(model));
  if (options.csv !== null) files.set(options.csv, csv(model.run.rows));
  if (options.markdown !== null) files.set(options.markdown, markdown(model));
  if (options.trec !== null || options.promptfoo !== null) {
    await withCourse(async (course) => {
      const { questions } = await loadCases('dev', course.documents);
      if (options.trec !== null) {
        const rows = model.run.rows.filter(
          ({ suite, split }) => suite === 'retrieval' && split === 'dev',
        );
        files.set(join(options.trec, 'run.txt'), trecRun(rows));
        const { chunks } = course.tutor.opened.index;
        files.set(join(options.trec, 'qrels.txt'), trecQrels(questions, chunks));
      }
      if (options.promptfoo !== null) {
        files.set(join(options.promptfoo, 'promptfooconfig.yaml'), promptfooConfig(questions));
        files.set(join(options.promptfoo, 'results.json'), promptfooResults(model));
      }
    });
  }
  for (const [path, text] of files) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  return [...files.keys()];
}
