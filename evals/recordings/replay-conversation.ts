import type { Guard } from '../../server/integrity/guard.ts';
import { afterTurn, emptyLedger, itemKey } from '../../server/integrity/ledger.ts';
import type { ScanRule } from '../../server/integrity/scan/scan-rules.ts';
import { readAnswerPrompt } from '../../server/tutoring/answer-prompt.ts';
import { readReply } from '../guard/play-transcript.ts';
import type { Reply } from '../scorers/leaks/reply.ts';
import type { Recording } from './recording.ts';
import { replayTurn } from './replay-turn.ts';

/** A recorded conversation as a guard lets it through. */
export type ReplayedConversation = {
  /** One for each turn, with all that a student or the wire gets of it. */
  readonly replies: readonly Reply[];
  /** For each turn the rules that its sentences broke. */
  readonly rules: readonly (readonly ScanRule[])[];
};

export type ReplayOptions = {
  /**
   * `missed`: the guard recognises no turn, and only its scan stands between the reply and the student; `recognised`:
   * a turn that it recognises is not put to the model, and its reply is empty.
   */
  readonly attack: 'missed' | 'recognised';
  /** How a reply is cut into the pieces of a stream; by default not at all. */
  readonly cut?: (reply: string) => readonly string[];
};

/**
 * Replays the turns of one conversation, in order, with what the guard remembers from turn to turn. The conversation that
 * each prompt shows stays the recorded one, in which nothing was withheld.
 * @throws {Error} when a recording holds no answer prompt
 */
export async function replayConversation(
  recordings: readonly Recording[],
  guard: Guard,
  { attack, cut = (reply) => [reply] }: ReplayOptions,
): Promise<ReplayedConversation> {
  const replies: Reply[] = [];
  const rules: (readonly ScanRule[])[] = [];
  let ledger = emptyLedger;
  for (const recording of recordings) {
    const { question } = readAnswerPrompt(recording.messages);
    const guarded = guard.open(question, ledger);
    const { verdict } = guarded;
    if (attack === 'recognised' && verdict.kind !== 'free') {
      replies.push(readReply(question, []));
      rules.push([]);
      const item = verdict.kind === 'hint' ? itemKey(verdict.item) : null;
      ledger = afterTurn(ledger, question, item);
      continue;
    }
    const pieces = cut(recording.reply);
    const turn = await replayTurn(recording, pieces, { guarded, ledger });
    replies.push(readReply(question, turn.events));
    rules.push(turn.rules);
    ledger = afterTurn(ledger, question, turn.stopped && itemKey(turn.stopped));
  }
  return { replies, rules };
}
