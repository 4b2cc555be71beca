import type { Span } from '../documents/document.ts';
import { foldAccents, normalizeText } from '../language/tokenize.ts';
import type { Steps } from '../retrieval/run-in-slices.ts';
import { draftUnits, type DraftUnit } from './draft-units.ts';
import { embeddedInstructions, type EmbeddedInstruction } from './embedded-instruction.ts';
import { hasFeature } from './features.ts';
import { denials, type Denials } from './negation.ts';
import type { PhraseHit } from './phrase-finder.ts';
import type { Rubric } from './rubric.ts';
import type { SignRule } from './task-schema.ts';
import { type Weakness, weaknessOf } from './weak-unit.ts';

/** A unit of a draft and what it shows of the rubric. */
export type JudgedUnit = DraftUnit & {
  /** Signs that it shows. */
  readonly signs: ReadonlySet<string>;
  /** The signs of each of its parts, between commas and stops; its label is none. */
  readonly parts: readonly ReadonlySet<string>[];
  readonly weakness: Weakness | null;
  /** It speaks of the subject of the task; its name alone does not. */
  readonly onSubject: boolean;
  /** It holds an order to the tutor: text like any other, but no evidence of anything. */
  readonly isInstruction: boolean;
};

/** A draft, compared with a rubric. */
export type Evidence = {
  readonly text: string;
  readonly units: readonly JudgedUnit[];
  readonly instructions: readonly EmbeddedInstruction[];
  /** Words that are not addressed to the tutor. */
  readonly words: number;
  /** How often the draft names this task's case. */
  readonly ownNames: number;
};

/** Compares every unit of a draft with the rubric; gives up the thread between units. */
export function* readEvidence(text: string, rubric: Rubric): Steps<Evidence> {
  const instructions = yield* embeddedInstructions(text);
  const units: JudgedUnit[] = [];
  let ownNames = 0;
  let words = 0;
  for (const unit of yield* draftUnits(text)) {
    const hits = rubric.phrases.find(unit.tokens);
    const above = new Set(
      unit.context.flatMap((tokens) => rubric.phrases.find(tokens).map(({ name }) => name)),
    );
    const folded = foldAccents(normalizeText(text.slice(unit.start, unit.end)));
    const isInstruction = instructions.some((one) => overlaps(one, unit));
    const names = new Set(hits.map(({ name }) => name));
    ownNames += hits.filter(({ name }) => name === 'own').length + (above.has('own') ? 1 : 0);
    if (!isInstruction) words += unit.tokens.length;
    const denied = denials(unit.tokens);
    const seen = { hits, above, folded, denied, unit };
    const shown = Object.entries(rubric.signs).filter(([name, rule]) =>
      shows(rule, { ...seen, name }),
    );
    const signs = new Set(isInstruction ? [] : shown.map(([name]) => name));
    units.push({
      ...unit,
      signs,
      parts: signsOfParts(text, signs, rubric.signs, seen),
      weakness: weaknessOf(unit, folded, rubric.statementRuns),
      onSubject: names.has('subject'),
      isInstruction,
    });
    yield;
  }
  return { text, units, instructions, words, ownNames };
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

type Seen = Looked & { readonly name: string };

type Looked = {
  readonly hits: readonly PhraseHit[];
  readonly above: ReadonlySet<string>;
  readonly folded: string;
  readonly denied: Denials;
  readonly unit: DraftUnit;
};

function shows(rule: SignRule, { name, hits, above, folded, denied, unit }: Seen): boolean {
  const { any, feature, under, negatable } = rule;
  if (under && (!above.has(`under ${name}`) || unit.tokens.length < 2)) return false;
  if (feature && !hasFeature(feature, folded, unit.kind)) return false;
  if (!any) return true;
  return hits.some((hit) => hit.name === `any ${name}` && !(negatable && isDenied(hit, denied)));
}

/** Which of a unit's signs each of its parts shows. */
function signsOfParts(
  text: string,
  signs: ReadonlySet<string>,
  rules: Rubric['signs'],
  { hits, denied, unit }: Looked,
): readonly ReadonlySet<string>[] {
  const parts: Set<string>[] = [];
  for (const { from, to } of partsOf(text, unit)) {
    const folded = foldAccents(
      normalizeText(text.slice(unit.tokens[from]!.start, endOfPart(unit, to))),
    );
    const shown = [...signs].filter((name) => {
      const { any, feature, negatable } = rules[name]!;
      if (feature && !hasFeature(feature, folded, unit.kind)) return false;
      if (!any) return true;
      return hits.some(
        (hit) =>
          hit.name === `any ${name}` &&
          from <= hit.to &&
          hit.to <= to &&
          !(negatable && isDenied(hit, denied)),
      );
    });
    parts.push(new Set(shown));
  }
  return parts;
}

const joins = new Set(['et', 'and', 'ou', 'or', 'puis', 'pis', 'plus']);

/** Ranges of tokens between commas and stops, without the label that opens the unit. */
function partsOf(
  text: string,
  { tokens }: DraftUnit,
): readonly { readonly from: number; readonly to: number }[] {
  const ranges: { from: number; to: number }[] = [];
  for (const [at, { before }] of tokens.entries()) {
    if (at === 0 || before !== 'nothing') ranges.push({ from: at, to: at });
    else ranges.at(-1)!.to = at;
  }
  cutLastItem(ranges, tokens);
  const [first, second] = ranges;
  const isLabel =
    first &&
    second &&
    /^[\s*_)]{0,4}:/.test(text.slice(tokens[first.to]!.end, tokens[second.from]!.start));
  return isLabel ? ranges.slice(1) : ranges;
}

/** "A, B and C" has three parts. */
function cutLastItem(ranges: { from: number; to: number }[], tokens: DraftUnit['tokens']): void {
  const last = ranges.at(-1);
  if (!last || tokens[last.from]!.before !== 'comma') return;
  for (let at = last.from + 1; at < last.to; at += 1) {
    if (!joins.has(tokens[at]!.word)) continue;
    ranges.push({ from: at, to: last.to });
    last.to = at - 1;
    return;
  }
}

/** A part with what closes it: a bracket, a per cent sign. */
const endOfPart = ({ tokens, end }: DraftUnit, to: number): number =>
  to + 1 < tokens.length ? tokens[to + 1]!.start : end;

/** Denied by a word that is not the phrase's own: "sans exposer" is what it says. */
function isDenied({ from, to }: PhraseHit, denied: Denials): boolean {
  const by = denied[to] ?? denied[from] ?? null;
  return by !== null && !(from <= by && by <= to);
}
