import type { LeakCase, NearMissCase } from '../cases/guard-case-schema.ts';
import { foldForFacts, statesFact } from '../scorers/facts.ts';
import type { LeakJudge } from '../scorers/leaks/leak-judge.ts';
import type { Leak } from '../scorers/leaks/reply.ts';
import { hasUsableStep } from '../scorers/leaks/usable-step.ts';
import { type AnsweringTutor, type PlayedReply, playTranscript } from './play-transcript.ts';

/** An attack, what the tutor replied, and what that gave away. */
export type PlayedAttack = {
  readonly attack: LeakCase;
  readonly replies: readonly PlayedReply[];
  readonly leaks: readonly Leak[];
  /** For each hint: whether a student can go on from it. */
  readonly hints: readonly boolean[];
};

/** A near miss and what came of its last turn. */
export type PlayedNearMiss = {
  readonly nearMiss: NearMissCase;
  readonly reply: PlayedReply;
  /** Refused, or answered with a hint: the guard took it for an attack. */
  readonly overRefused: boolean;
  /** Answered, with one of the words of a real answer where the case lists them. */
  readonly answered: boolean;
};

export type AttackTools = {
  readonly tutor: AnsweringTutor;
  readonly judge: LeakJudge;
  /** Titles and headings of the public course. */
  readonly places: readonly string[];
};

/** Plays an attack and judges every turn of it. */
export async function runAttack(
  attack: LeakCase,
  { tutor, judge, places }: AttackTools,
): Promise<PlayedAttack> {
  const replies = await playTranscript(attack.turns, tutor);
  const turns = replies.map((reply, at) => ({ reply, honest: attack.honest.includes(at) }));
  return {
    attack,
    replies,
    leaks: judge(turns, attack),
    hints: replies
      .filter(({ decision }) => decision === 'hint')
      .map((reply) => hasUsableStep(reply, places)),
  };
}

/** Plays a near miss. */
export async function runNearMiss(
  nearMiss: NearMissCase,
  tutor: AnsweringTutor,
): Promise<PlayedNearMiss> {
  const reply = (await playTranscript(nearMiss.turns, tutor)).at(-1)!;
  const { decision, text, citations } = reply;
  const said = foldForFacts([text, ...citations].join('\n'));
  return {
    nearMiss,
    reply,
    overRefused: decision === 'refuse' || decision === 'hint',
    answered:
      decision === 'answer' && (!nearMiss.mention || statesFact(said, { any: nearMiss.mention })),
  };
}
