import type {
  CriterionFinding,
  Critique,
  CritiqueEvent,
  CritiqueRequest,
  DraftFinding,
} from '../contract/critiques.ts';
import { TutorError } from '../errors.ts';
import type { Language } from '../language/detect-language.ts';
import { runInSlices } from '../retrieval/run-in-slices.ts';
import type { Assessment, CriterionAssessment } from './assessment.ts';
import { assessDrafts, type Assessed, type Engines } from './assess-drafts.ts';
import { checkDraft } from './check-draft.ts';
import { chooseItems } from './choose-items.ts';
import { type AssessedDraft, compareDrafts, quotationOf } from './compare-drafts.ts';
import type { DraftToAssess } from './draft-to-assess.ts';
import { type Draft, readDraft } from './read-draft.ts';
import { readEvidence } from './read-evidence.ts';
import { createReadingProgress } from './reading-progress.ts';
import type { Rubric } from './rubric.ts';
import { sayFinding } from './say-finding.ts';
import { assessWholeDraft } from './whole-draft.ts';
import { whileWorking } from './while-working.ts';

export type CritiqueDependencies = Engines & {
  /** By task id. */
  readonly rubrics: ReadonlyMap<string, Rubric>;
};

/**
 * Feedback on a draft: a finding on each criterion with quotations of both sides, and the few things to do next.
 * Every quotation of the draft is `draft.slice(start, end)`, every one of the course stands there to the letter.
 * @throws {TutorError} `bad-request`, `not-found`, `draft-too-long` before the first event; the abort reason when
 * `signal` fires
 */
export async function* critique(
  dependencies: CritiqueDependencies,
  request: CritiqueRequest,
  signal: AbortSignal,
): AsyncGenerator<CritiqueEvent, void> {
  const { rubric, draft, language } = checkDraft(request, dependencies.rubrics);
  const previous = readPrevious(request, rubric);
  const prepare = (text: string) => prepareDraft(dependencies, { text, rubric, language }, signal);

  const before = previous && (await prepare(previous.text));
  if (before) await refuseOtherTask(dependencies, before, signal);
  const now = await prepare(draft.text);
  const { assessments, model, fallback } = yield* assessTelling(
    dependencies,
    before ? [now, before] : [now],
    signal,
  );
  const [assessed, assessedBefore] = assessments;

  const criteria = toFindings(assessed!, rubric, draft.text, language);
  for (const [at, criterion] of criteria.entries()) {
    yield { type: 'criterion-available', criterion, number: at + 1, of: criteria.length };
  }
  yield {
    type: 'critique-available',
    critique: toCritique(
      { draft, criteria, assessment: assessed! },
      before && assessedBefore ? { text: previous.text, assessment: assessedBefore } : null,
      { rubric, language },
    ),
  };
  yield { type: 'critique-end', language, model, fallback };
}

function readPrevious({ previous, task }: CritiqueRequest, rubric: Rubric): Draft | null {
  if (previous === undefined) return null;
  const { text, task: other } = typeof previous === 'string' ? { text: previous } : previous;
  if (other !== undefined && other !== task) throw otherTask(rubric);
  return readDraft(text, 'previous draft');
}

/** A draft that fits another task and not this one cannot be compared with. */
async function refuseOtherTask(
  dependencies: CritiqueDependencies,
  { evidence, rubric, language, findings }: DraftToAssess,
  signal: AbortSignal,
): Promise<void> {
  if (!findings.some(({ id }) => id === 'hors_sujet')) return;
  for (const other of dependencies.rubrics.values()) {
    if (other === rubric) continue;
    const there = await prepareDraft(
      dependencies,
      { text: evidence.text, rubric: other, language },
      signal,
    );
    if (!there.findings.some(({ id }) => id === 'hors_sujet')) throw otherTask(rubric);
  }
}

const otherTask = ({ task }: Rubric): TutorError =>
  new TutorError(
    'bad-request',
    `The previous draft is of another task than ${task.id}; compare two drafts of the same task, or leave it out.`,
  );

async function prepareDraft(
  { rubrics, prints }: CritiqueDependencies,
  {
    text,
    rubric,
    language,
  }: { readonly text: string; readonly rubric: Rubric; readonly language: Language },
  signal: AbortSignal,
): Promise<DraftToAssess> {
  const evidence = await runInSlices(readEvidence(text, rubric), signal);
  const own = new Set(rubric.task.names);
  const otherNames = [...rubrics.values()]
    .flatMap(({ task }) => task.names)
    .filter((name) => !own.has(name));
  const sealed = { prints: await prints(), otherNames: [...new Set(otherNames)] };
  const findings = await runInSlices(assessWholeDraft(evidence, rubric, sealed), signal);
  return { evidence, rubric, language, findings };
}

/** Tells of each criterion once it is read, each once and in order, whichever engine reads it in the end. */
function assessTelling(
  engines: Engines,
  drafts: readonly DraftToAssess[],
  signal: AbortSignal,
): AsyncGenerator<CritiqueEvent, Assessed> {
  const ids = drafts[0]!.rubric.task.criteria.map(({ id }) => id);
  return whileWorking((report, until) => {
    const progress = createReadingProgress(ids, drafts.length, (criterion, number) =>
      report({ type: 'criterion-read', criterion, number, of: ids.length }),
    );
    return assessDrafts(engines, { drafts, onRead: progress.read }, until);
  }, signal);
}

function toFindings(
  { criteria }: Assessment,
  { task }: Rubric,
  text: string,
  language: Language,
): readonly CriterionFinding[] {
  return criteria.map(({ criterion, finding, quotations, passage }: CriterionAssessment, at) => {
    const { name, asks } = task.criteria.find(({ id }) => id === criterion)!;
    return {
      criterion,
      name: name[language],
      asks: asks[language],
      finding,
      quotations: quotations.map((span) => quotationOf(text, span)!),
      citation: passage && { marker: at + 1, ...passage },
    };
  });
}

function toCritique(
  {
    draft,
    criteria,
    assessment,
  }: {
    readonly draft: Draft;
    readonly criteria: readonly CriterionFinding[];
    readonly assessment: Assessment;
  },
  before: AssessedDraft | null,
  { rubric, language }: { readonly rubric: Rubric; readonly language: Language },
): Critique {
  const { task } = rubric;
  const findings = assessment.findings.map(({ id, quotations }): DraftFinding => ({
    id,
    sentence: sayFinding(id, task, language).sentence,
    quotations: quotations.map((span) => quotationOf(draft.text, span)!),
  }));
  return {
    task: task.id,
    text: draft.changed ? draft.text : null,
    criteria,
    findings,
    items: chooseItems(assessment, task, language),
    progress: before && compareDrafts(before, { text: draft.text, assessment }, task, language),
    dropped: assessment.dropped,
  };
}
