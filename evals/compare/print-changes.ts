import type { CaseChange, ScoreChange } from '../report/case-changes.ts';
import type { RunRow } from '../runs/run-row.ts';

/** Cases that changed, with both texts, what was retrieved and what the scores rest on; of the dev split only. */
export function printChanges(title: string, changes: readonly CaseChange[], show: number): string {
  if (changes.length === 0) return `${title}: none.`;
  const shown = changes.slice(0, show).map(printChange);
  const rest = changes.length - shown.length;
  const more = rest > 0 ? [`… and ${rest} more: add --show ${changes.length}.`] : [];
  return [`${title}: ${changes.length}`, ...shown, ...more].join('\n\n');
}

function printChange({ row, before, worse, better }: CaseChange): string {
  return [
    `■ ${row.suite} ${row.caseId} (${row.tags.join(', ')})`,
    ...row.turns.map((turn) => `  ? ${oneLine(turn)}`),
    ...worse.map((change) => `  ▼ ${printScore(change)}`),
    ...better.map((change) => `  ▲ ${printScore(change)}`),
    `  before: ${printOutput(before)}`,
    `  now:    ${printOutput(row)}`,
    ...retrievedLines(before, row),
  ].join('\n');
}

const printScore = ({ metric, before, after, evidence }: ScoreChange): string => {
  const rests = evidence === undefined ? '' : `  ${oneLine(JSON.stringify(evidence))}`;
  return `${metric} ${format(before)} → ${format(after)}${rests}`;
};

const format = (value: number): string => (Number.isInteger(value) ? `${value}` : value.toFixed(3));

const printOutput = ({ output }: RunRow): string =>
  output === null ? '–' : `[${output.decision}] ${oneLine(output.text)}`;

/** The passages of both runs, where they differ. */
function retrievedLines(before: RunRow, now: RunRow): readonly string[] {
  const list = ({ output }: RunRow) =>
    (output?.retrieved ?? []).map(({ doc, start, end }) => `${doc}#${start}-${end}`);
  const [old, new_] = [list(before), list(now)];
  if (old.join() === new_.join()) {
    return old.length === 0 ? [] : [`  found in both: ${old.slice(0, 8).join(', ')}`];
  }
  return [
    `  found before: ${old.slice(0, 8).join(', ') || 'nothing'}`,
    `  found now:    ${new_.slice(0, 8).join(', ') || 'nothing'}`,
  ];
}

/** Characters of a text that a terminal shows. */
const shownCharacters = 400;

function oneLine(text: string): string {
  // A case may hold anything, escape sequences too.
  const flat = text
    .replace(/\p{C}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return flat.length > shownCharacters ? `${flat.slice(0, shownCharacters)}…` : flat;
}
