import type { Document, Span } from '../documents/document.ts';
import { type Asks, readAsks } from './matching/asks.ts';
import { continuesItem } from './matching/continues-item.ts';
import { aboutItem } from './matching/decide-item.ts';
import { asksLogistics, speaksOfExam } from './matching/exam-talk.ts';
import { createItemMatcher, type Likeness } from './matching/item-matcher.ts';
import { messageParts } from './matching/message-parts.ts';
import { createOptionNamer } from './matching/option-namer.ts';
import { readPrying } from './matching/prying.ts';
import { itemsReferred, readReferences } from './matching/references.ts';
import { stopWords } from '../language/stop-words.ts';
import { foldAccents, tokenize } from '../language/tokenize.ts';
import { itemKey, type Ledger } from './ledger.ts';
import type { Protection } from './protection.ts';
import type { ConceptLexicon } from './reading/concepts.ts';
import { readingsOf } from './reading/readings.ts';
import type { RegisterItem, RegisterSolution } from './register/register.ts';
import { createSealedGrams } from './scan/sealed-grams.ts';
import { createOutputScan, type OutputScan } from './scan/scan-output.ts';

/** What is to become of a turn. */
export type Verdict =
  /** It is about an item: a hint, the same whatever was proposed. */
  | { readonly kind: 'hint'; readonly item: RegisterItem }
  /** It pries for what is given to nobody. */
  | { readonly kind: 'refuse'; readonly what: 'key' | 'system' }
  | {
      readonly kind: 'refuse';
      readonly what: 'solution';
      readonly solution: RegisterSolution | null;
    }
  /** It asks how the exam goes: what the exam's open part says of it is told to everyone. */
  | { readonly kind: 'logistics' }
  | { readonly kind: 'free' };

/** A turn as the guard sees it. */
export type GuardedTurn = {
  readonly verdict: Verdict;
  /** What is said in a free turn passes through this before it leaves; `null` where nothing is protected. */
  readonly openScan: (() => OutputScan) | null;
  /** True where nothing may leave before all of it was scanned: the turn comes near an item. */
  readonly whole: boolean;
  /** The open parts of the exams. */
  readonly exams: readonly Document[];
};

/** Tells what a turn is about before anything is retrieved or said, and scans what is said. */
export type Guard = {
  /** @param message the turn as it was typed */
  open(message: string, ledger: Ledger): GuardedTurn;
};

/** Sealed runs of a worked solution that a message may hold by chance. */
const maxSolutionRuns = 1;
/** What a role's own description shares with an item about it; more, and the question is the item's. */
const describedFloor = 0.75;
/** From this share of an item's notions on a question comes near it. */
const nearItem = 0.3;
/** Words of a message that can be nothing but a reference ("A7 ?", "partie B, la 3"). */
const shortReference = 6;

/**
 * Creates the guard of a corpus.
 * @param rules the instructions that a language model is given, which nobody is shown
 */
export function createGuard(protection: Protection, rules = ''): Guard {
  const { register, lexicon, grams, values, ambiguousIds } = protection;
  const { items, solutions } = register;
  const notionsOf = (text: string): ReadonlySet<string> =>
    new Set([...lexicon.conceptsIn(text)].filter((id) => lexicon.kindOf(id) === 'topic'));
  const withoutRoles = (text: string) => blankSpans(text, roleSpans(text, lexicon));
  const matcher = createItemMatcher(items, { notionsOf, withoutRoles });
  const options = createOptionNamer(items, lexicon);
  const namedBy = new Map(items.map((item) => [item, options.namedIn(item.stem)]));

  const armedItem = ({ armed, lastItem }: Ledger): RegisterItem | null =>
    (lastItem !== null && armed.has(lastItem) && items.find((one) => itemKey(one) === lastItem)) ||
    null;

  /** The item that a text is most about. */
  const bestItem = (
    text: string,
    asks: Asks,
    { examTalk, armed }: { readonly examTalk: boolean; readonly armed: boolean },
  ): { readonly item: RegisterItem; readonly strength: number } | null => {
    const named = options.namedIn(text);
    let best: { item: RegisterItem; strength: number } | null = null;
    for (const like of matcher.match(text)) {
      const namedByItem = namedBy.get(like.item)!;
      const strength = aboutItem(like, { asks, examTalk, armed, named, namedByItem });
      if (strength > (best?.strength ?? 0)) best = { item: like.item, strength };
    }
    return best;
  };

  /** "Que fait un MLOps ?": what a role does is in the course for everyone, unless the question says an item's whole. */
  const describesRole = (asks: Asks, named: ReadonlySet<string>, likes: readonly Likeness[]) =>
    named.size > 0 &&
    (asks.describe || asks.explain) &&
    !asks.verdict &&
    !likes.some((like) => Math.max(like.notions, like.verbatim) >= describedFloor);

  const referredItem = (text: string, asks: Asks, ledger: Ledger): RegisterItem | null => {
    const references = readReferences(text);
    const armed = armedItem(ledger);
    const examTalk = speaksOfExam(text);
    const partNow = armed?.part ?? null;
    const [item] = itemsReferred(references, items, partNow);
    if (!item) return null;
    const byId = references.ids.includes(item.id);
    if (byId && ambiguousIds.has(item.id) && !examTalk && !saysItemBefore(text, item.id)) {
      return null;
    }
    const wants = asks.answer || asks.verdict || asks.role || asks.fill || asks.order || asks.write;
    const isShort = text.trim().split(/\s+/).length <= shortReference && !asks.explain;
    const says = notionsOf(text).size;
    return armed || examTalk || wants || isShort || (byId && says < 2) ? item : null;
  };

  /** "La partie C, il y a combien de faux ?": a part without a number, and what would give it away. */
  const asksForPart = (text: string, asks: Asks): boolean => {
    const { parts } = readReferences(text);
    const known = parts.some((part) => items.some((item) => item.part === part));
    const truths = asks.numberRun && items.some((item) => item.kind === 'truth');
    const { questions } = readReferences(text);
    const bare = notionsOf(text).size === 0 && ownWords(text, lexicon) === 0;
    const numbered = items.length > 0 && questions.length > 0 && (bare || speaksOfExam(text));
    return (
      truths || numbered || (known && (asks.verdict || asks.answer || asks.fill || asks.order))
    );
  };

  const judgeReading = (text: string, ledger: Ledger): Verdict => {
    const asks = readAsks(text);
    const named = options.namedIn(text);
    const armed = armedItem(ledger);
    const examTalk = speaksOfExam(text);
    const owners = grams.ownersIn(text);
    const likes = matcher.match(text);
    const hint = (item: RegisterItem): Verdict => ({ kind: 'hint', item });

    const copied = items.find((item) => owners.has(itemKey(item)));
    if (copied) return hint(bestItem(text, asks, { examTalk: true, armed: true })?.item ?? copied);
    const solution = solutions.find(({ id }) => (owners.get(id) ?? 0) > maxSolutionRuns);
    if (solution) return { kind: 'refuse', what: 'solution', solution };
    const referred = referredItem(text, asks, ledger);
    if (referred) return hint(referred);
    if (!examTalk && describesRole(asks, named, likes)) return { kind: 'free' };
    const best = bestItem(text, asks, { examTalk, armed: armed !== null });
    if (best) return hint(best.item);
    if (asksForPart(text, asks)) return { kind: 'refuse', what: 'key' };
    const prying = readPrying(text);
    if (prying === 'solution') {
      if (solutions.length > 0) {
        return { kind: 'refuse', what: prying, solution: solutions[0] ?? null };
      }
    } else if (prying === 'system' || (prying === 'key' && items.length > 0)) {
      return { kind: 'refuse', what: prying };
    }
    return armed && carriesOn(text, asks, armed) ? hint(armed) : { kind: 'free' };
  };

  const carriesOn = (message: string, asks: Asks, armed: RegisterItem): boolean => {
    const own = notionsOf([armed.stem, ...armed.paraphrases, ...armed.options].join('\n'));
    const said = [...notionsOf(message)];
    const newNotions = said.filter((notion) => !own.has(notion)).length;
    const named = new Set([...options.namedIn(message), ...options.labelsIn(message, armed)]);
    return continuesItem({
      message,
      asks,
      named,
      notions: said.length,
      newNotions,
      ownWords: ownWords(message, lexicon),
    });
  };

  /** A statement cut in pieces over several turns: the turns together say it, and this one asks or adds to it. */
  const judgeWindow = (text: string, ledger: Ledger): Verdict => {
    if (ledger.window.length === 0) return { kind: 'free' };
    const asks = readAsks(text);
    if (asks.explain) return { kind: 'free' };
    const here = notionsOf(text);
    const best = bestItem([...ledger.window, text].join('\n'), asks, {
      examTalk: false,
      armed: armedItem(ledger) !== null,
    });
    if (!best) return { kind: 'free' };
    const own = notionsOf([best.item.stem, ...best.item.paraphrases].join('\n'));
    const adds = [...here].some((notion) => own.has(notion));
    const strays = [...here].filter((notion) => !own.has(notion)).length;
    return strays <= 1 && (adds || here.size === 0)
      ? { kind: 'hint', item: best.item }
      : { kind: 'free' };
  };

  /** How the exam goes is told to everyone; a sentence that brings an item along is not about that. */
  const isLogistics = (part: string): boolean =>
    asksLogistics(part) &&
    speaksOfExam(part) &&
    readReferences(part).ids.length === 0 &&
    options.namedIn(part).size === 0 &&
    !matcher.match(part).some(({ notions, verbatim }) => Math.max(notions, verbatim) >= nearItem);

  const judge = (message: string, ledger: Ledger): Verdict => {
    for (const reading of readingsOf(message)) {
      // What asks how the exam goes is answered; the rest of the message is judged on its own.
      const parts = messageParts(reading).filter((part) => !isLogistics(part));
      if (parts.length === 0) continue;
      for (const part of segments(parts)) {
        const verdict = judgeReading(part, ledger);
        if (verdict.kind !== 'free') return verdict;
      }
      const verdict = judgeWindow(parts.join(' '), ledger);
      if (verdict.kind !== 'free') return verdict;
    }
    const parts = messageParts(message);
    const isAllLogistics = parts.length > 0 && parts.every(isLogistics);
    return { kind: isAllLogistics ? 'logistics' : 'free' };
  };

  const instructions = createSealedGrams([{ owner: 'instructions', text: rules }], []);
  const scanTools = { items, grams, values, instructions, matcher, options, ambiguousIds };
  return {
    open(message, ledger) {
      if (items.length === 0 && solutions.length === 0) return unprotected;
      const asks = readAsks(message);
      const armed = items.filter((item) => ledger.armed.has(itemKey(item)));
      const isNear = matcher.match(message).some(({ loose }) => loose >= nearItem);
      const near = asks.role || armed.length > 0 || isNear;
      return {
        verdict: judge(message, ledger),
        openScan: () => createOutputScan(scanTools, { question: message, asks, armed, near }),
        whole: near,
        exams: register.exams,
      };
    },
  };
}

const unprotected: GuardedTurn = {
  verdict: { kind: 'free' },
  openScan: null,
  whole: false,
  exams: [],
};

const roleSpans = (text: string, lexicon: ConceptLexicon) =>
  lexicon.spansIn(text).filter(({ concept }) => lexicon.kindOf(concept) === 'role');

function blankSpans(text: string, spans: readonly Span[]): string {
  let kept = '';
  let at = 0;
  for (const { start, end } of spans) {
    kept += `${text.slice(at, Math.max(at, start))} `;
    at = Math.max(at, end);
  }
  return kept + text.slice(at);
}

/** The message whole, and each run of three sentences of a long one: a long text is like everything a little. */
function segments(parts: readonly string[]): readonly string[] {
  const whole = parts.join(' ');
  if (parts.length <= 3) return [whole];
  return [whole, ...parts.slice(2).map((_, at) => parts.slice(at, at + 3).join(' '))];
}

/** Words that say something of their own: neither function words, nor notions, nor talk of answers and exams. */
function ownWords(message: string, lexicon: ConceptLexicon): number {
  return tokenize(message).filter((word) => {
    const folded = foldAccents(word);
    const isFunction = stopWords.fr.has(folded) || stopWords.en.has(folded);
    return folded.length > 2 && !isFunction && lexicon.conceptsIn(word).size === 0;
  }).length;
}

const saysItemBefore = (text: string, id: string): boolean =>
  new RegExp(
    `(?:question|item|exercice|pregunta|q|n°|سؤال)\\s*:?\\s*${id[0]}\\W{0,2}${id.slice(1)}(?!\\d)`,
    'i',
  ).test(text);
