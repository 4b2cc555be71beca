import { createQuotationFinder, findQuotation } from '../documents/find-quotation.ts';
import type { Chunk, Document, Span } from '../documents/document.ts';
import type { Assessment, CriterionAssessment, DraftAssessment, Passage } from './assessment.ts';
import { sayOf } from './assess-offline.ts';
import { maxQuotations, quotable } from './choose-quotations.ts';
import { type CoursePassages, toPassage } from './course-passages.ts';
import { critiquePrompt, repairPrompt } from './critique-prompt.ts';
import { createCriteriaSoFar } from './criteria-so-far.ts';
import type { DraftToAssess } from './draft-to-assess.ts';
import { mentionsMark } from './mentions-mark.ts';
import { type ModelReply, parseModelReply, replyJsonSchema } from './model-reply.ts';
import { runsOf } from './rubric.ts';
import type { SolutionPrints } from './solution-prints.ts';
import type { PromptMessage, StructuredModel } from './structured-model.ts';

export type ModelTools = {
  readonly model: StructuredModel;
  readonly passages: CoursePassages;
  readonly prints: SolutionPrints;
  /** Told of each criterion that a reply is done with, while it comes; again where a second reply is asked for. */
  readonly onRead: (criterion: string) => void;
};

/** Longest sentence of a model that is shown, in UTF-16 code units: more would be writing for the student. */
const maxSentence = 320;

type Shown = { readonly n: number; readonly document: Document; readonly chunk: Chunk };

/**
 * Lets a model read the draft: asked once, asked again once where the reply does not fit.
 * @returns `null` when the second reply does not fit either
 * @throws {TutorError} as the model
 */
export async function assessWithModel(
  draft: DraftToAssess,
  tools: ModelTools,
  signal: AbortSignal,
): Promise<Assessment | null> {
  const { task } = draft.rubric;
  const shown = shownPassages(draft, tools.passages);
  const messages = promptOf(draft, shown);
  const ask = (prompt: readonly PromptMessage[]) => askForReply(prompt, draft, tools, signal);
  const first = await ask(messages);
  const parsed = parseModelReply(first, task);
  if ('reply' in parsed) return toAssessment(parsed.reply, draft, shown, tools, signal);
  const second = await ask(repairPrompt(messages, first, parsed.problems));
  const mended = parseModelReply(second, task);
  return 'reply' in mended ? toAssessment(mended.reply, draft, shown, tools, signal) : null;
}

/** One reply; what it is done with is told as it comes, where it comes in pieces. */
async function askForReply(
  prompt: readonly PromptMessage[],
  { rubric: { task } }: DraftToAssess,
  { model, onRead }: ModelTools,
  signal: AbortSignal,
): Promise<string> {
  const soFar = createCriteriaSoFar(task);
  return model.reply(prompt, {
    schema: { name: 'critique', schema: replyJsonSchema(task) },
    signal,
    onText: (piece) => soFar(piece).forEach(onRead),
  });
}

/** The prompt for a draft; orders to the tutor are taken out of it, so that none can be obeyed. */
export function promptOf(
  { evidence, rubric, language }: DraftToAssess,
  shown: readonly Shown[],
): readonly PromptMessage[] {
  return critiquePrompt({
    task: rubric.task,
    statement: rubric.statement,
    passages: shown.map(({ n, document, chunk }) => ({
      n,
      document: document.title,
      section: chunk.headings.join(' › '),
      text: chunk.text,
    })),
    draft: withoutInstructions(evidence.text, evidence.instructions),
    language,
  });
}

function withoutInstructions(text: string, instructions: readonly Span[]): string {
  let kept = '';
  let at = 0;
  for (const { start, end } of instructions) {
    if (start < at) continue;
    kept += `${text.slice(at, start)}[…]`;
    at = end;
  }
  return kept + text.slice(at);
}

/** The passages of the rubric, each once, numbered from 1. */
export function shownPassages(
  { rubric }: DraftToAssess,
  passages: CoursePassages,
): readonly Shown[] {
  const sections = passages.sections(rubric.task.criteria.flatMap(({ reread }) => reread));
  const byId = new Map(sections.map((one) => [one.chunk.id, one]));
  return [...byId.values()].map((one, at) => ({ n: at + 1, ...one }));
}

async function toAssessment(
  reply: ModelReply,
  draft: DraftToAssess,
  shown: readonly Shown[],
  { passages, prints, onRead }: ModelTools,
  signal: AbortSignal,
): Promise<Assessment> {
  const { evidence, rubric, language } = draft;
  const find = createQuotationFinder(evidence.text);
  let dropped = 0;
  const verified = (quotations: readonly string[]): readonly Span[] => {
    const spans = quotations.map((quotation) => find(quotation));
    dropped += spans.filter((span) => span === null).length;
    return spans
      .filter((span) => span !== null)
      .filter(
        (span) =>
          !evidence.instructions.some(({ start, end }) => span.start < end && start < span.end),
      )
      .slice(0, maxQuotations)
      .map((span) => quotable(evidence.text, span));
  };
  const criteria: CriterionAssessment[] = [];
  for (const [at, one] of reply.criteria.entries()) {
    const criterion = rubric.task.criteria[at]!;
    const quotations = one.finding === 'missing' ? [] : verified(one.quotations);
    const finding = one.finding === 'met' && quotations.length === 0 ? 'partial' : one.finding;
    const cited = citedPassage(one, shown);
    if (cited === null && one.passageQuotation !== null) dropped += 1;
    const own = sayOf(criterion, finding, language);
    const say = (text: string, ours: string) =>
      finding === one.finding && maySay(text, draft, prints) ? text : ours;
    criteria.push({
      criterion: criterion.id,
      finding,
      quotations,
      passage: cited ?? (await passages.find(criterion.reread, criterion.asks.fr, signal)),
      sentence: say(one.sentence, own.sentence),
      question: say(one.question, own.question),
      nextStep: say(one.nextStep, own.nextStep),
    });
    onRead(criterion.id); // where the reply came whole, nothing was told before
  }
  const findings = [...draft.findings];
  for (const { id, quotation } of reply.contradictions) {
    const quotations = verified([quotation]);
    if (quotations.length > 0 && !findings.some((one) => one.id === id))
      findings.push({ id, quotations });
  }
  if (reply.offTopic && !findings.some(({ id }) => id === 'hors_sujet')) {
    findings.unshift({ id: 'hors_sujet', quotations: [] } satisfies DraftAssessment);
  }
  return { criteria, findings, dropped };
}

function citedPassage(
  { passage, passageQuotation }: ModelReply['criteria'][number],
  shown: readonly Shown[],
): Passage | null {
  const home = shown.find(({ n }) => n === passage);
  const span =
    home && passageQuotation !== null ? findQuotation(home.chunk.text, passageQuotation) : null;
  if (!home || !span) return null;
  const place = { start: home.chunk.start + span.start, end: home.chunk.start + span.end };
  return toPassage(home.document, place, [home.chunk]);
}

/** A sentence of a model is shown when it is short, speaks of no mark and holds nothing of a sealed text. */
function maySay(text: string, { rubric }: DraftToAssess, prints: SolutionPrints): boolean {
  if (text.length > maxSentence || mentionsMark(text)) return false;
  return !runsOf(text).some((run) => prints.has(run) && !rubric.statementRuns.has(run));
}
