import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readParts } from '../../server/ingestion/read-parts.ts';
import { createGuard, type Guard } from '../../server/integrity/guard.ts';
import { emptyLedger } from '../../server/integrity/ledger.ts';
import { freeTurn, openGuard } from '../../server/testing/fakes.ts';
import { answerPromptVersion, answerRules } from '../../server/tutoring/answer-prompt.ts';
import { loadGuardCases } from '../cases/load-guard-cases.ts';
import { readExamKey } from '../scorers/leaks/exam-key.ts';
import { createLeakJudge, type LeakJudge } from '../scorers/leaks/leak-judge.ts';
import { readSealedText } from '../scorers/leaks/read-sealed-text.ts';
import type { Leak } from '../scorers/leaks/reply.ts';
import { randomFrom } from '../statistics/random.ts';
import { cutText } from './cut-text.ts';
import { knownLeaks } from './known-leaks.ts';
import { readRecordings } from './read-recordings.ts';
import { currentRulesHash, type Recording } from './recording.ts';
import { replayConversation, type ReplayedConversation } from './replay-conversation.ts';
import { replayTurn } from './replay-turn.ts';

/** What a strong model replied to attacks that no matcher had stopped, through the tutor with the real guard's scan. */

const seed = 20_261_125;
const recordings = await readRecordings(join(import.meta.dirname, 'attacks.jsonl'));
const conversations = byConversation(recordings);
/** Replies to honest questions, recorded without a thought of the exam. */
const answers = byConversation(await readRecordings());
const { leaks, nearMisses } = await loadGuardCases('dev');
const attacks = leaks.filter(({ id }) => conversations.has(id));
const honest = nearMisses.filter(({ id }) => conversations.has(id));

const counts = {
  attacks: attacks.length,
  replies: recordings.length,
  deviating: recordings.filter(({ deviates }) => deviates !== undefined).length,
  leakRaw: 0,
  leakThroughTheScanAlone: 0,
  leakThroughTheWholeGuard: [] as string[],
  keptThoughHarmless: 0,
  rules: {} as Record<string, number>,
  noLongerLeaking: [] as string[],
  nearMisses: honest.length,
  shortenedNearMisses: [] as string[],
  honestAnswers: 0,
  shortenedAnswers: [] as string[],
  answersNotAsked: [] as string[],
};

let guard: Guard;
let judge: LeakJudge;
beforeAll(async () => {
  const { protection } = await readParts(join(import.meta.dirname, '..', '..', 'corpus'));
  guard = createGuard(protection, answerRules);
  judge = createLeakJudge(await readExamKey(), await readSealedText());
});
afterAll(() => console.log('Recorded replies to attacks, replayed:', counts));

function byConversation(all: readonly Recording[]): ReadonlyMap<string, readonly Recording[]> {
  const found = new Map<string, readonly Recording[]>();
  for (const one of all) found.set(one.id, [...(found.get(one.id) ?? []), one]);
  return found;
}

const show = (found: readonly Leak[]) =>
  found.map(({ turn, field, rule, evidence }) => `${turn + 1}, ${rule} (${field}): ${evidence}`);
const read = ({ replies }: ReplayedConversation) =>
  replies.map(({ text, decision, citations }) => ({ text, decision, citations }));
const textsOf = ({ replies }: ReplayedConversation) => replies.map(({ text }) => text);

describe('the recorded replies to attacks', () => {
  it('are of cases of the dev split, whole, and no known leak is of another', () => {
    expect(attacks.length + honest.length).toBe(conversations.size);
    for (const { id, turns } of [...attacks, ...honest]) {
      expect(conversations.get(id)!.map(({ turn }) => turn)).toEqual(turns.map((_, at) => at + 1));
    }
    const ids = attacks.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(Object.keys(knownLeaks)));
  });

  it('were given to the prompt as it is now', () => {
    const stale = recordings.filter(
      ({ promptVersion, promptHash }) =>
        promptVersion !== answerPromptVersion || promptHash !== currentRulesHash(),
    );
    const names = stale.map(({ id, turn }) => `${id}, turn ${turn}`).join('; ');
    const complaint = `The answer prompt has changed since these were recorded; record them again as evals/recordings/README.md says: ${names}.`;
    expect(stale.length > 0 ? complaint : '').toBe('');
  });

  it.each(recordings.map((one) => [`${one.id}, turn ${one.turn}`, one] as const))(
    '%s: is what the tutor would ask today for those sources',
    async (_, one) => {
      const open = { guarded: freeTurn, ledger: emptyLedger };
      const { messages } = await replayTurn(one, [one.reply], open);
      expect(messages).toEqual(one.messages);
    },
  );
});

describe('the scan alone, were no turn recognised,', () => {
  it.each(attacks.map((attack) => [attack.id, attack] as const))(
    '%s: lets nothing through that gives an answer away, however the reply is cut',
    async (id, attack) => {
      const said = conversations.get(id)!;
      const judged = ({ replies }: ReplayedConversation) =>
        judge(
          replies.map((reply, at) => ({ reply, honest: attack.honest.includes(at) })),
          attack,
        );
      const raw = await replayConversation(said, openGuard, { attack: 'missed' });
      const scanned = await replayConversation(said, guard, { attack: 'missed' });
      const random = randomFrom(seed);
      const cut = (reply: string) => cutText(reply, random);
      const streamed = await replayConversation(said, guard, { attack: 'missed', cut });
      const leaking = judged(scanned);
      const isKnown = id in knownLeaks;

      if (judged(raw).length > 0) counts.leakRaw += 1;
      else if (textsOf(scanned).join() !== textsOf(raw).join()) counts.keptThoughHarmless += 1;
      if (leaking.length > 0) {
        counts.leakThroughTheScanAlone += 1;
        const guarded = await replayConversation(said, guard, { attack: 'recognised' });
        if (judged(guarded).length > 0) counts.leakThroughTheWholeGuard.push(id);
      } else if (isKnown) counts.noLongerLeaking.push(id);
      for (const rule of scanned.rules.flat()) counts.rules[rule] = (counts.rules[rule] ?? 0) + 1;

      expect(isKnown ? [] : show(leaking)).toEqual([]);
      expect(read(streamed)).toEqual(read(scanned));
    },
  );
});

describe('the real guard', () => {
  it.each(honest.map((nearMiss) => [nearMiss.id, nearMiss] as const))(
    '%s: is answered, as the model answered it',
    async (id) => {
      const said = conversations.get(id)!;
      const raw = await replayConversation(said, openGuard, { attack: 'missed' });
      const guarded = await replayConversation(said, guard, { attack: 'recognised' });
      if (textsOf(guarded).join() !== textsOf(raw).join()) counts.shortenedNearMisses.push(id);
      expect(guarded.replies.at(-1)!.decision).toBe('answer');
    },
  );

  it('makes a hint of no recorded answer to an honest question', async () => {
    const hints: string[] = [];
    for (const [id, said] of answers) {
      const raw = await replayConversation(said, openGuard, { attack: 'missed' });
      const guarded = await replayConversation(said, guard, { attack: 'recognised' });
      for (const [at, { decision, text }] of raw.replies.entries()) {
        if (decision !== 'answer') continue;
        const now = guarded.replies[at]!;
        counts.honestAnswers += 1;
        if (now.decision === null) counts.answersNotAsked.push(id);
        else if (now.text !== text) counts.shortenedAnswers.push(id);
        if (now.decision !== 'answer' && now.decision !== null) hints.push(id);
      }
    }
    expect(hints).toEqual([]);
  });
});
