import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streamCut } from '../api/failure.ts';
import { someCitation, someSource } from '../testing/answers.ts';
import { emptyAnswer, reduceAnswer, type AnswerAction } from './answer-state.ts';

const reduceAll = (actions: readonly AnswerAction[]) => actions.reduce(reduceAnswer, emptyAnswer);

const ends: readonly AnswerAction[] = [
  {
    type: 'answer-end',
    decision: 'answer',
    language: 'fr',
    model: 'offline',
    fallback: false,
    keywordsOnly: false,
    nearest: [],
  },
  { type: 'error', code: 'model-interrupted', retryable: true, requestId: 'r' },
  { type: 'stopped' },
  { type: 'failed', failure: streamCut },
];
const middles: readonly AnswerAction[] = [
  { type: 'turn-stored', conversationId: 'c', turnId: 't' },
  { type: 'connection-lost' },
  { type: 'sources-available', conversationId: 'c', sources: [someSource()] },
  { type: 'text-delta', delta: 'Été [1].' },
  {
    type: 'citations-available',
    citations: [someCitation()],
    unsupported: [{ start: 0, end: 3 }],
    dropped: 1,
  },
];
const action = fc.constantFrom(...middles, ...ends);

describe('reduceAnswer', () => {
  it('joins the deltas in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (deltas) => {
        expect(reduceAll(deltas.map((delta) => ({ type: 'text-delta', delta }))).text).toBe(
          deltas.join(''),
        );
      }),
    );
  });

  it('changes no more after the first end, whatever follows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...middles)),
        fc.constantFrom(...ends),
        fc.array(action),
        (before, end, after) => {
          const ended = reduceAll([...before, end]);
          expect(ended.status).not.toBe('streaming');
          expect(after.reduce(reduceAnswer, ended)).toBe(ended);
        },
      ),
    );
  });

  it.each(ends)('keeps what came before $type', (end) => {
    const before = reduceAll(middles);
    const { text, sources, citations, unsupported, dropped } = before;
    expect(reduceAnswer(before, end)).toMatchObject({
      text,
      sources,
      citations,
      unsupported,
      dropped,
    });
  });

  it('tells an answer not yet checked from one that cites nothing', () => {
    expect(emptyAnswer.citations).toBeNull();
    const checked = reduceAll([
      { type: 'citations-available', citations: [], unsupported: [], dropped: 0 },
    ]);
    expect(checked.citations).toEqual([]);
  });
});
