import { parseArgs } from 'node:util';

/** What `npm run eval -- report` is asked for; `null` for what is not wanted. */
export type ReportOptions = {
  /** Name of a run, path of its file, or name of a variant for its newest run. */
  readonly run: string;
  readonly baseline: string | null;
  readonly html: string | null;
  readonly junit: string | null;
  readonly csv: string | null;
  readonly markdown: string | null;
  /** Folders: these formats are two files each. */
  readonly trec: string | null;
  readonly promptfoo: string | null;
};

export const reportUsage =
  'npm run eval -- report RUN [--baseline RUN] [--html FILE] [--junit FILE] [--csv FILE] [--markdown FILE] [--trec DIR] [--promptfoo DIR]';

/**
 * Reads the command line.
 * @throws {Error} with one sentence and the usage when it makes no sense
 */
export function readReportOptions(args: readonly string[]): ReportOptions {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...{ baseline: text, html: text, junit: text, csv: text },
      ...{ markdown: text, trec: text, promptfoo: text },
    },
  });
  const [run, ...more] = positionals;
  if (run === undefined || more.length > 0) {
    throw new Error(`Name one run, or the variant of which you want the newest.\n${reportUsage}`);
  }
  const empty = Object.entries(values).find(([, value]) => value === '');
  if (empty) throw new Error(`--${empty[0]} needs a value.\n${reportUsage}`);
  const { baseline = null, html = null, junit = null, csv = null } = values;
  const { markdown = null, trec = null, promptfoo = null } = values;
  return { run, baseline, html, junit, csv, markdown, trec, promptfoo };
}
