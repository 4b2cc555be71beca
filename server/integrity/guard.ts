import type { Document } from '../documents/document.ts';
import { asksLogistics } from './matching/exam-talk.ts';
import { createReadingJudge } from './matching/judge-reading.ts';
import { messageParts, segments } from './matching/message-parts.ts';
import { readersInSteps, type TurnReader } from './matching/turn-reader.ts';
import { itemKey, type Ledger } from './ledger.ts';
import type { Protection } from './protection.ts';
import { readingsOf } from './reading/readings.ts';
import { runAtOnce, type Steps } from './run-at-once.ts';
import { createSealedGrams } from './scan/sealed-grams.ts';
import { createOutputScan, type OutputScan } from './scan/scan-output.ts';
import { free, type Verdict } from './verdict.ts';

export type { Verdict } from './verdict.ts';

/** A turn as the guard sees it. */
export type GuardedTurn = {
  readonly verdict: Verdict;
  /** What is said in a free turn passes through this before it leaves; `null` where nothing is protected. */
  readonly openScan: (() => OutputScan) | null;
  /** True where nothing may leave before all of it was scanned: the turn comes near an item. */
  readonly whole: boolean;
  /** True where the turn says something of an item, however little, or names a role that it does not ask about. */
  readonly brushes: boolean;
  /** Whether a text names one role that an item lets one choose, and no other. */
  readonly singlesOut: (text: string) => boolean;
  /** The open parts of the exams. */
  readonly exams: readonly Document[];
};

/** Tells what a turn is about before anything is retrieved or said, and scans what is said. */
export type Guard = {
  /** @param message the turn as it was typed */
  open(message: string, ledger: Ledger): GuardedTurn;
};

/** From this share of an item's notions on a question comes near it. */
const nearItem = 0.3;
/** From this share on it brushes one: too little to hold its answer back, enough to show no role alone beside it. */
const brushedItem = 0.15;

/** {@link guardInSteps} without a pause. */
export const createGuard = (protection: Protection, rules = ''): Guard =>
  runAtOnce(guardInSteps(protection, rules));

/**
 * Creates the guard of a corpus, one item after another, so that other work can be done between them.
 * @param rules the instructions that a language model is given, which nobody is shown
 */
export function* guardInSteps(protection: Protection, rules = ''): Steps<Guard> {
  const { register, lexicon, grams, values, ambiguousIds } = protection;
  const { items, solutions } = register;
  const { matcher, options, openTurn } = yield* readersInSteps(items, lexicon);
  yield;
  const judge = createReadingJudge({ register, grams, ambiguousIds, options, lexicon });

  /** How the exam goes is told to everyone; a sentence that brings an item along is not about that. */
  const isLogistics = (part: string, reader: TurnReader): boolean =>
    asksLogistics(part) &&
    reader.isOfExam(part) &&
    !reader.referencesIn(part).ids.some((id) => items.some((item) => item.id === id)) &&
    reader.namedIn(part).size === 0 &&
    !reader.likesOf(part).some(({ notions, verbatim }) => Math.max(notions, verbatim) >= nearItem);

  const judgeMessage = (message: string, ledger: Ledger, reader: TurnReader): Verdict => {
    for (const reading of readingsOf(message)) {
      const all = messageParts(reading);
      // What asks how the exam goes is answered; the rest of the message is judged on its own.
      const parts = all.filter((part) => !isLogistics(part, reader));
      if (parts.length === 0) continue;
      for (const part of segments(parts)) {
        const verdict = judge.judge(part, ledger, reader);
        if (verdict.kind !== 'free') return verdict;
      }
      // An item cut into sentences that each seem to ask how the exam goes is whole with them.
      const before = parts.length < all.length ? all : [];
      const pieces = { ...ledger, window: [...ledger.window, ...before] };
      const verdict = judge.judgeWindow(parts.join(' '), pieces, reader);
      if (verdict.kind !== 'free') return verdict;
    }
    const parts = messageParts(message);
    const isAllLogistics = parts.length > 0 && parts.every((part) => isLogistics(part, reader));
    return isAllLogistics ? { kind: 'logistics' } : free;
  };

  yield;
  /** Roles that an item lets one choose; others beside them hide none. */
  const choosable = new Set(
    items.flatMap(({ labels }) => labels).flatMap((label) => [...options.namedIn(label)]),
  );
  const instructions = createSealedGrams([{ owner: 'instructions', text: rules }], []);
  return {
    open(message, ledger) {
      if (items.length === 0 && solutions.length === 0) return unprotected;
      const reader = openTurn();
      const asks = reader.asksOf(message);
      const armed = items.filter((item) => ledger.armed.has(itemKey(item)));
      const likeness = Math.max(0, ...reader.likesOf(message).map(({ loose }) => loose));
      const isNear = likeness >= nearItem;
      const proposes = reader.namedIn(message).size > 0 && !asks.describe && !asks.explain;
      const near = asks.role || armed.length > 0 || isNear;
      const scanTools = { items, grams, values, instructions, matcher, options, ambiguousIds };
      return {
        verdict: judgeMessage(message, ledger, reader),
        openScan: () => createOutputScan(scanTools, { question: message, asks, armed, near }),
        whole: near,
        brushes: near || likeness >= brushedItem || proposes,
        singlesOut: (text) =>
          [...options.namedIn(text)].filter((role) => choosable.has(role)).length === 1,
        exams: register.exams,
      };
    },
  };
}

const unprotected: GuardedTurn = {
  verdict: free,
  openScan: null,
  whole: false,
  brushes: false,
  singlesOut: () => false,
  exams: [],
};
