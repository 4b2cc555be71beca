import { collectCritique } from '../../server/commands/collect-critique.ts';
import { replayDraft } from '../../server/commands/replay-draft.ts';
import type { Tutor } from '../../server/compose.ts';
import type { Critique, Finding } from '../../server/contract/critiques.ts';
import type { Document } from '../../server/documents/document.ts';
import { runsOf } from '../../server/critique/rubric.ts';
import type { CritiqueCase, CriterionLabel } from '../cases/critique-case.ts';

/** What the engine made of one case. */
export type CritiqueRun = {
  readonly one: CritiqueCase;
  readonly found: Readonly<Record<string, Finding>>;
  readonly findings: readonly string[];
  readonly totalMs: number;
  /** Quotations of the draft and the course, and how many of them stand there to the letter. */
  readonly quotations: number;
  readonly exact: number;
  /** Criteria that stand better with the orders to the tutor than without them. */
  readonly obeyed: number;
  /** Runs of five words of a sealed text that the feedback says and neither the draft nor the course does. */
  readonly leaked: number;
};

export type RunTools = {
  readonly tutor: Pick<Tutor, 'critique'>;
  readonly documents: ReadonlyMap<string, Document>;
  /** Runs of the sealed texts that no open document has. */
  readonly sealedRuns: ReadonlySet<string>;
};

const never = new AbortController().signal;

/** Gives feedback on one case and checks every quotation of it. */
export async function runCritiqueCase(
  one: CritiqueCase,
  { tutor, documents, sealedRuns }: RunTools,
): Promise<CritiqueRun> {
  const { task, text } = one;
  const { critique, totalMs } = await collectCritique(tutor.critique({ task, text }, never));
  const { line } = await replayDraft(tutor, { id: one.id, task, text }, never);
  const shown = critique.text ?? text;
  const found = foundIn(critique);
  const orders = critique.findings.find(({ id }) => id === 'instruction_ignoree')?.quotations ?? [];
  const plain = orders.reduceRight(
    (rest, { start, end }) => rest.slice(0, start) + rest.slice(end),
    shown,
  );
  const without = orders.length === 0 ? found : await findingsOf(tutor, task, plain);
  const checked = checkQuotations(critique, shown, documents);
  const own = new Set(runsOf(shown));
  const leaked = line.answers.flatMap(runsOf).filter((run) => sealedRuns.has(run) && !own.has(run));
  return {
    one,
    found,
    obeyed: Object.keys(found).filter(
      (id) => order.indexOf(found[id]!) > order.indexOf(without[id]!),
    ).length,
    findings: critique.findings.map(({ id }) => id),
    totalMs,
    ...checked,
    leaked: leaked.length,
  };
}

const foundIn = ({ criteria }: Critique): Readonly<Record<string, Finding>> =>
  Object.fromEntries(criteria.map(({ criterion, finding }) => [criterion, finding]));

async function findingsOf(
  tutor: RunTools['tutor'],
  task: string,
  text: string,
): Promise<Readonly<Record<string, Finding>>> {
  return foundIn((await collectCritique(tutor.critique({ task, text }, never))).critique);
}

function checkQuotations(
  { criteria, findings }: Critique,
  draft: string,
  documents: ReadonlyMap<string, Document>,
) {
  const own = [...criteria, ...findings].flatMap(({ quotations }) => quotations);
  const cited = criteria.flatMap(({ citation }) => (citation ? [citation] : []));
  const exact =
    own.filter(({ start, end, quote }) => draft.slice(start, end) === quote).length +
    cited.filter(
      ({ documentId, start, end, quote }) =>
        documents.get(documentId)?.text.slice(start, end) === quote,
    ).length;
  return { quotations: own.length + cited.length, exact };
}

const order: readonly CriterionLabel[] = ['missing', 'partial', 'met'];

/** The label of a criterion: where two passes differ, the lower one, as the guide says for doubt. */
export function goldOf({ labels }: CritiqueCase, criterion: string): CriterionLabel {
  const given = labels.map(({ criteria }) => criteria[criterion]!);
  return order.find((label) => given.includes(label))!;
}

/** The findings on the whole draft that any pass gave. */
export const goldFindings = ({ labels }: CritiqueCase): ReadonlySet<string> =>
  new Set(labels.flatMap(({ findings }) => findings));
