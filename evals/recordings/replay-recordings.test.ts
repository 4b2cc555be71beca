import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  answerPrompt,
  answerPromptVersion,
  readAnswerPrompt,
} from '../../server/tutoring/answer-prompt.ts';
import { randomFrom } from '../statistics/random.ts';
import { currentRulesHash, parseRecording, type Recording, rulesHash } from './recording.ts';
import { replayRecording } from './replay-recording.ts';

/** How often each reply is cut anew. */
const cuttings = 20;
const seed = 20_261_121;

const recordings = readFileSync(join(import.meta.dirname, 'answers.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map(parseRecording);
const name = ({ id, turn }: Recording) => `${id}, turn ${turn}`;

const counts = {
  replies: recordings.length,
  conversations: new Set(recordings.map(({ id }) => id)).size,
  deviating: recordings.filter(({ deviates }) => deviates !== undefined).length,
  citations: 0,
  quotationsShown: 0,
  dropped: 0,
  unsupportedSentences: 0,
  ...{ answer: 0, hint: 0, refuse: 0, abstain: 0, clarify: 0 },
  otherThanCalledFor: [] as string[],
};

/** Pieces of 1 to 12 characters, surrogate pairs cut as well. */
function cut(text: string, random: () => number): readonly string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length;) {
    const end = at + 1 + Math.floor(random() * 12);
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces;
}

describe('the recorded answers', () => {
  afterAll(() => console.log('Recorded answers, replayed:', counts));

  it('were given to the prompt as it is now', () => {
    const stale = recordings.filter(
      ({ promptVersion, promptHash }) =>
        promptVersion !== answerPromptVersion || promptHash !== currentRulesHash(),
    );
    const complaint = `The answer prompt has changed since these were recorded; record them again as evals/recordings/README.md says: ${stale.map(name).join('; ')}.`;
    expect(stale.length > 0 ? complaint : '').toBe('');
  });

  it.each(recordings.map((recording) => [name(recording), recording] as const))(
    '%s: is what the tutor would ask today for those sources',
    (_, { messages, promptHash }) => {
      expect(rulesHash(messages)).toBe(promptHash);
      const given = readAnswerPrompt(messages);
      expect(answerPrompt(given).slice(1)).toEqual(messages.slice(1));
      for (const { answer } of given.history) expect(answer).not.toMatch(/\[\d+\]/);
    },
  );

  it.each(recordings.map((recording) => [name(recording), recording] as const))(
    '%s: is shown whole, quoted to the letter and decided as recorded',
    async (_, recording) => {
      const { reply, shown, unsupported, quotations } = await replayRecording(recording, [
        recording.reply,
      ]);
      counts.citations += recording.reply.match(/\[\[\d+\|/g)?.length ?? 0;
      counts.quotationsShown += quotations.exact;
      counts.dropped += reply.dropped;
      counts.unsupportedSentences += unsupported.length;
      counts[reply.decision] += 1;
      if (reply.decision !== recording.calls) counts.otherThanCalledFor.push(name(recording));

      expect(reply.text).toBe(shown);
      expect(quotations).toEqual({
        quotations: reply.citations.length,
        exact: reply.citations.length,
        dangling: 0,
        unshown: 0,
      });
      expect(shown).not.toMatch(/\[\[|\]\]/);
      expect(reply.decision).toBe(recording.decision);
      expect(reply.dropped).toBe(recording.dropped);
      expect(unsupported).toEqual(recording.unsupported);
      if (recording.deviates === undefined) {
        expect(reply.dropped).toBe(0);
        expect(unsupported).toEqual([]);
      }
    },
  );

  it.each(recordings.map((recording) => [name(recording), recording] as const))(
    '%s: comes to the same however it is cut',
    async (_, recording) => {
      const whole = await replayRecording(recording, [recording.reply]);
      const random = randomFrom(seed);
      for (let time = 0; time < cuttings; time += 1) {
        expect(await replayRecording(recording, cut(recording.reply, random))).toEqual(whole);
      }
    },
  );
});
