import { itemKey, type Ledger } from '../ledger.ts';
import type { Protection } from '../protection.ts';
import type { RegisterItem } from '../register/register.ts';
import { free, type Verdict } from '../verdict.ts';
import type { Asks } from './asks.ts';
import { continuesItem } from './continues-item.ts';
import { aboutItem } from './decide-item.ts';
import { createPryingJudge } from './judge-prying.ts';
import { asksForPart, referredItem } from './judge-references.ts';
import type { OptionNamer } from './option-namer.ts';
import { readPrying } from './prying.ts';
import type { TurnReader } from './turn-reader.ts';

export type JudgeTools = Pick<Protection, 'register' | 'grams' | 'ambiguousIds' | 'lexicon'> & {
  readonly options: OptionNamer;
};

/** Judges one reading of a message, or a part of it. */
export type ReadingJudge = {
  judge(text: string, ledger: Ledger, reader: TurnReader): Verdict;
  /** The pieces of several turns together: they say an item, and this turn asks or adds to it. */
  judgeWindow(text: string, ledger: Ledger, reader: TurnReader): Verdict;
};

/** Sealed runs of a worked solution that a message may hold by chance. */
const maxSolutionRuns = 1;
/** What a role's own description shares with an item about it; more, and the question is the item's. */
const describedFloor = 0.5;

export function createReadingJudge(tools: JudgeTools): ReadingJudge {
  const { register, grams, ambiguousIds, options, lexicon } = tools;
  const { items, solutions } = register;
  const namedBy = new Map(items.map((item) => [item, lexicon.rolesIn(item.stem)]));
  const pries = createPryingJudge(register, lexicon);
  const references = { items, ambiguousIds };
  const hint = (item: RegisterItem): Verdict => ({ kind: 'hint', item });

  const armedItem = ({ armed, lastItem }: Ledger): RegisterItem | null =>
    (lastItem !== null && armed.has(lastItem) && items.find((one) => itemKey(one) === lastItem)) ||
    null;

  /** The item that a text is most about. */
  const bestItem = (
    text: string,
    { asks, examTalk, armed }: { asks: Asks; examTalk: boolean; armed: boolean },
    reader: TurnReader,
  ): RegisterItem | null => {
    const named = reader.namedIn(text);
    const subjects = lexicon.rolesIn(text);
    let best: { item: RegisterItem; strength: number } | null = null;
    for (const like of reader.likesOf(text)) {
      const namedByItem = namedBy.get(like.item)!;
      const circumstances = { asks, examTalk, armed, named, subjects, namedByItem };
      const strength = aboutItem(like, circumstances);
      if (strength > (best?.strength ?? 0)) best = { item: like.item, strength };
    }
    return best?.item ?? null;
  };

  /** "Que fait un MLOps ?": what a role does is in the course for everyone, unless the question says an item's task. */
  const describesRole = (text: string, asks: Asks, reader: TurnReader) =>
    reader.namedIn(text).size > 0 &&
    (asks.describe || asks.explain) &&
    !asks.verdict &&
    !reader.likesOf(text).some((like) => Math.max(like.notions, like.verbatim) >= describedFloor);

  const carriesOn = (message: string, asks: Asks, armed: RegisterItem, reader: TurnReader) => {
    const own = reader.notionsOfItem(armed);
    const said = [...reader.subjectsOf(message)];
    return continuesItem({
      message,
      asks,
      named: new Set([...reader.namedIn(message), ...options.labelsIn(message, armed)]),
      notions: said.length,
      newNotions: said.filter((notion) => !own.has(notion)).length,
      ownWords: reader.ownWords(message),
    });
  };

  return {
    judge(text, ledger, reader) {
      const asks = reader.asksOf(text);
      const armed = armedItem(ledger);
      const examTalk = reader.isOfExam(text);
      const owners = grams.ownersIn(text);

      const copied = items.find((item) => {
        const runs = owners.get(itemKey(item)) ?? 0;
        return runs > (asksCourse(asks) ? maxCourseRuns : 0) && asksOfCopy(item, asks);
      });
      if (copied)
        return hint(bestItem(text, { asks, examTalk: true, armed: true }, reader) ?? copied);
      const solution = solutions.find(({ id }) => (owners.get(id) ?? 0) > maxSolutionRuns);
      if (solution) return { kind: 'refuse', what: 'solution', solution };
      const referred = referredItem(text, armed, reader, references);
      if (referred) return hint(referred);
      if (!examTalk && describesRole(text, asks, reader)) return free;
      const best = bestItem(text, { asks, examTalk, armed: armed !== null }, reader);
      if (best) return hint(best);
      if (asksForPart(text, reader, references)) return { kind: 'refuse', what: 'key' };
      const pried = pries(text);
      if (pried.kind !== 'free') return pried;
      return armed && carriesOn(text, asks, armed, reader) ? hint(armed) : free;
    },

    judgeWindow(text, ledger, reader) {
      const last = ledger.window.at(-1);
      if (last === undefined) return free;
      const asks = reader.asksOf(text);
      if (goesOn(text, reader) && readPrying(last) === 'solution') return pries(last);
      if (asks.explain && !asks.role) return free;
      const here = reader.subjectsOf(text);
      const circumstances = { asks, examTalk: false, armed: armedItem(ledger) !== null };
      const item = bestItem([...ledger.window, text].join('\n'), circumstances, reader);
      if (!item) return free;
      const own = reader.notionsOfItem(item);
      const adds = [...here].some((notion) => own.has(notion));
      const strays = [...here].filter((notion) => !own.has(notion)).length;
      return strays <= 1 && (adds || here.size === 0) ? hint(item) : free;
    },
  };
}

/** A run of an item that a question of the course may hold by chance. */
const maxCourseRuns = 1;
const asksCourse = (asks: Asks): boolean =>
  asks.explain && !asks.role && !asks.verdict && !asks.answer && !asks.write;

/** One of several steps, copied, says nothing of their order. */
const asksOfCopy = ({ kind }: RegisterItem, asks: Asks): boolean =>
  kind !== 'order' || asks.order || asks.before || asks.statement;

/** Own words of a turn that only goes on: "et au mois 5 ?". */
const wordsOfMore = 2;
const goesOn = (text: string, reader: TurnReader): boolean =>
  /^(?:et|and|puis|then|y|ok|bon|alors|sinon|ensuite|next)(?!\p{L})/iu.test(text.trim()) &&
  !reader.asksOf(text).explain &&
  reader.notionsOf(text).size + reader.ownWords(text) <= wordsOfMore;
