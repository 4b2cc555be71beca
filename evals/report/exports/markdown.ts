import type { ReportModel } from '../report-model.ts';

/** Changed cases that are named. */
const maxNamed = 10;

/** A summary for a pull request: verdicts, numbers with intervals, names of the changed cases; no text of a case. */
export function markdown(model: ReportModel): string {
  const { run, baseline, gates, voids, metrics, differences, regressions, improvements } = model;
  const counted = gates.filter((one) => one.class !== 'advisory');
  const failed = counted.filter(({ verdict }) => verdict === 'fail');
  const verdict =
    voids.length > 0 || gates.some((one) => one.verdict === 'void')
      ? '**VOID**: nothing may be concluded'
      : failed.length > 0
        ? `**${failed.length} of ${counted.length} gates fail**`
        : `${counted.length} gates, none fails`;
  const by = new Map(differences.map((one) => [one.metric, one]));
  const title = `### Evals of ${code(run.header.variant.id)}${baseline ? ` against ${code(baseline.header.variant.id)}` : ''}`;
  const named = (changes: ReportModel['regressions']) =>
    changes
      .slice(0, maxNamed)
      .map(({ row }) => code(row.caseId))
      .join(', ') + (changes.length > maxNamed ? ', …' : '');
  return [
    title,
    verdict,
    voids.map((why) => `- ${cell(why)}`).join('\n'),
    gates.length === 0
      ? ''
      : table(
          ['Gate', 'Class', 'Verdict', 'Measured'],
          gates.map((one) => [one.gate, one.class, one.verdict, one.detail]),
        ),
    table(
      [
        'Metric',
        'Value',
        '95 % CI',
        'n',
        'MDE',
        ...(baseline ? ['Δ', '95 % CI of Δ', 'p', ''] : []),
      ],
      metrics.map(({ metric, value, low, high, n, mde }) => {
        const one = by.get(metric);
        return [
          ...[metric, number(value), `${number(low)} to ${number(high)}`, String(n), number(mde)],
          ...(one
            ? [
                number(one.delta),
                `${number(one.low)} to ${number(one.high)}`,
                one.p.toFixed(3),
                one.verdict,
              ]
            : []),
        ];
      }),
    ),
    baseline ? `${regressions.length} cases worse: ${named(regressions) || 'none'}` : '',
    baseline ? `${improvements.length} cases better: ${named(improvements) || 'none'}` : '',
    `To reproduce: ${code(run.header.command)} at ${cell(run.header.variant.gitSha)}, seed ${run.header.seed}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

const number = (value: number | null): string => (value === null ? '–' : value.toFixed(3));

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows.map((row) => row.map(cell))]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

/** A text on one line that means nothing to Markdown or HTML. */
const cell = (text: string): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[|`[\]@#*\\]/g, (mark) => `&#${mark.charCodeAt(0)};`)
    .trim();

/** A text as code: nothing in it means anything, except what would end it. */
const code = (text: string): string =>
  `\`${text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll('`', "'")
    .trim()}\``;
