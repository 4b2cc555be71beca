import { readingsOf } from '../reading/readings.ts';
import { createOneRoleRule } from './one-role.ts';
import { saidOfItems } from './said-of-items.ts';
import type { ScanHit, ScannedTurn, ScanTools } from './scan-rules.ts';
import { isUnbacked } from './unbacked.ts';

export type OutputScan = {
  /**
   * Scans a sentence with the one before it; remembers what was named so far in the turn.
   * @param quotes what the sentence's markers are bound to; `null` for a text that is itself of the course
   */
  scan(sentence: string, before: string, quotes: readonly string[] | null): ScanHit | null;
};

/** Steps of an item that an answer may name. */
const maxSteps = 4;

/** Tags of the prompt carry a key. */
const promptTag = /<\/?(?:sources?|question)(?:-[0-9a-f]{8}|\s+key=)/;

/** Scans what is about to leave for one turn; rules are by form, whatever wrote the text. */
export function createOutputScan(tools: ScanTools, turn: ScannedTurn): OutputScan {
  const { items, grams, values, instructions, matcher, options } = tools;
  const asked = options.namedIn(turn.question);
  const oneRole = createOneRoleRule(tools, turn);
  const showsPrompt = (text: string): boolean =>
    promptTag.test(text) || [...instructions.ownersIn(text).values()].some((runs) => runs > 1);

  const stepsSoFar = new Set<string>();

  const steps = (text: string): ScanHit | null => {
    for (const { item, steps: said } of matcher.match(text)) {
      for (const step of said) stepsSoFar.add(`${item.id} ${step}`);
      const count = [...stepsSoFar].filter((one) => one.startsWith(`${item.id} `)).length;
      if (item.kind === 'order' && count > maxSteps) return { rule: 'steps', item };
    }
    return null;
  };

  return {
    scan(sentence, before, quotes) {
      const pair = before === '' ? sentence : `${before} ${sentence}`;
      for (const reading of readingsOf(pair)) {
        const text = withoutMarkers(reading);
        if (grams.has(text)) {
          const owners = grams.ownersIn(text);
          const item = items.find(({ exam, id }) => owners.has(`${exam}#${id}`)) ?? null;
          return { rule: 'sealed-run', item };
        }
        if (values.has(text)) return { rule: 'solution-value', item: null };
        if (showsPrompt(text)) return { rule: 'prompt-run', item: null };
        const hit = saidOfItems(text, quotes, turn, tools);
        if (hit) return hit;
      }
      const [plain = sentence, ...decoded] = readingsOf(sentence);
      const seen = options.namedIn(plain);
      const isHidden = decoded.some((one) =>
        [...options.namedIn(one)].some((role) => !seen.has(role)),
      );
      if (isHidden) return { rule: 'hidden', item: turn.armed[0] ?? null };
      const text = withoutMarkers(plain);
      const backing = { asked, near: turn.near, asksVerdict: turn.asks.verdict };
      if (quotes && isUnbacked(text, quotes, backing, options)) {
        return { rule: 'unbacked', item: turn.armed[0] ?? oneRole.nearestItem() };
      }
      return oneRole.find(text) ?? steps(text);
    },
  };
}

const withoutMarkers = (text: string): string => text.replace(/\[\d{1,3}\]/g, ' ');
