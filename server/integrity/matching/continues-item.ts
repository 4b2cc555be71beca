import type { Asks } from './asks.ts';
import { fold, words } from './fold.ts';

export type Continuation = {
  readonly message: string;
  readonly asks: Asks;
  /** Options that the message names. */
  readonly named: ReadonlySet<string>;
  /** Notions of the message. */
  readonly notions: number;
  /** Those that the armed item does not have. */
  readonly newNotions: number;
  /** Words of the message that say something and are neither notions nor talk about the item. */
  readonly ownWords: number;
};

/** Longest turn that carries on without a word of its own, in words. */
const shortTurn = 7;
/** Longest turn that asks for the job and brings no notion, and its words of its own. */
const longerTurn = 12;
const maxOwnWords = 3;
/** More notions of its own than this, and a turn has a subject of its own. */
const maxNewNotions = 2;

const more = words(
  'indices?|hints?|aide[rzs]?|aidez|help|pista|ayuda|تلميح|مساعدة|encore|autre|suivante?|next|otra|siguiente|plus|more|mas|confirm\\w*|dis|dit|dites|tell|say|dime|قل|donc|alors|so|entonces|اذن|allez|vas y|go|lequel|laquelle|which|cual|اي|celui|celle|ca|that|this|it|eso|esto|هذا|hesite|hesitate|entre|between|duda',
);

/**
 * Whether a turn goes on about the item spoken of before: it proposes, asks whether it is right, presses, or asks for
 * more, and has no subject of its own. A course question of its own does not, nor one about what a named role does.
 */
export function continuesItem(turn: Continuation): boolean {
  const { message, asks, named, notions, newNotions, ownWords } = turn;
  const text = fold(message);
  const length = text === '' ? 0 : text.split(' ').length;
  if (newNotions > maxNewNotions) return false;
  if (named.size > 0) {
    return asks.verdict || !(asks.describe || asks.explain);
  }
  if (asks.role && newNotions === 0 && length <= longerTurn && ownWords <= maxOwnWords) return true;
  if ((asks.explain || asks.describe) && notions + ownWords > 0) return false;
  if (asks.verdict || asks.answer || asks.role || asks.write) return true;
  if (!asks.statement && newNotions + ownWords > 0) return false;
  return length <= shortTurn && (more.test(text) || newNotions === 0);
}
