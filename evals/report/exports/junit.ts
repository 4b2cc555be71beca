import type { ReportModel } from '../report-model.ts';

/**
 * The report as JUnit XML, for a build server: one test per gate (one that cannot be decided for want of cases is
 * skipped) and one per row, which fails to *run* or not. That a single case is answered wrongly is no failure here:
 * the gates say how many may be.
 */
export function junit({ run, gates, voids }: ReportModel): string {
  const suites = [
    suite('gates', [
      ...voids.map((why) => test('gates', 'valid run', { error: why })),
      ...gates.map(({ gate, class: kind, verdict, detail }) =>
        test(`gates.${kind}`, gate, {
          ...(verdict === 'fail' && kind !== 'advisory' && { failure: detail }),
          ...(verdict === 'void' && { error: detail }),
          ...((verdict === 'underpowered' || (verdict === 'fail' && kind === 'advisory')) && {
            skipped: detail,
          }),
        }),
      ),
    ]),
    ...[...new Set(run.rows.map((row) => row.suite))].map((name) =>
      suite(
        name,
        run.rows
          .filter((row) => row.suite === name)
          .map((row) =>
            test(`${name}.${row.split}`, `${row.caseId} #${row.trial + 1}`, {
              seconds: row.timing.totalMs / 1000,
              ...(row.status === 'error' || row.status === 'timeout'
                ? { error: row.error ?? row.status }
                : {}),
              ...(row.status === 'skipped' && { skipped: row.error ?? 'skipped' }),
            }),
          ),
      ),
    ),
  ];
  const body = suites.map(({ xml }) => xml).join('\n');
  const total = (of: 'tests' | 'failures' | 'errors' | 'skipped') =>
    suites.reduce((sum, one) => sum + one[of], 0);
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="${escapeXml(run.header.run)}" tests="${total('tests')}" failures="${total('failures')}" errors="${total('errors')}" skipped="${total('skipped')}">
${body}
</testsuites>
`;
}

type Outcome = {
  readonly failure?: string;
  readonly error?: string;
  readonly skipped?: string;
  readonly seconds?: number;
};
type Test = Outcome & { readonly xml: string };

function test(className: string, name: string, outcome: Outcome): Test {
  const child = (['failure', 'error', 'skipped'] as const)
    .filter((kind) => outcome[kind] !== undefined)
    .map((kind) => `<${kind} message="${escapeXml(outcome[kind]!)}"/>`)
    .join('');
  const attributes = `classname="${escapeXml(className)}" name="${escapeXml(name)}" time="${(outcome.seconds ?? 0).toFixed(3)}"`;
  return { ...outcome, xml: `    <testcase ${attributes}>${child}</testcase>` };
}

function suite(name: string, tests: readonly Test[]) {
  const count = (kind: 'failure' | 'error' | 'skipped') =>
    tests.filter((one) => one[kind] !== undefined).length;
  const counts = {
    ...{ tests: tests.length, failures: count('failure') },
    ...{ errors: count('error'), skipped: count('skipped') },
  };
  const attributes = Object.entries(counts).map(([key, value]) => `${key}="${value}"`);
  const lines = tests.map(({ xml }) => xml).join('\n');
  return {
    ...counts,
    xml: `  <testsuite name="${escapeXml(name)}" ${attributes.join(' ')}>\n${lines}\n  </testsuite>`,
  };
}

const entities: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' },
  ...{ '\n': '&#10;', '\r': '&#13;', '\t': '&#9;' },
};

/** A text for an attribute; characters that XML 1.0 forbids, lone surrogates too, become �. */
const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"'\n\r\t]/g, (character) => entities[character]!);
