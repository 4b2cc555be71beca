import { describe, expect, it } from 'vitest';
import type { StudentExport } from '../../server/contract/student-data.ts';
import { findLosses } from './find-losses.ts';
import { killServer } from './kill-server.ts';
import type { Acknowledged } from './killed-student.ts';

describe('killServer', () => {
  it('finds everything that was acknowledged before each of 6 kills', async () => {
    const { losses, questions, answers, ratings, drafts } = await killServer(6, 20_261_125);
    expect(losses).toEqual([]);
    // Enough was there to be lost.
    expect(questions).toBeGreaterThan(6);
    for (const count of [answers, ratings, drafts]) expect(count).toBeGreaterThan(0);
  }, 240_000);
});

describe('findLosses', () => {
  const turn = { id: 't', question: 'q', status: 'complete', text: 'a', rating: null };
  const draft = { id: 'd', text: 'x', status: 'complete', critique: null };
  const kept = [{ conversations: [{ turns: [turn] }], drafts: [draft] }] as unknown;
  const losses = (...acknowledged: Acknowledged[]) =>
    findLosses(kept as readonly StudentExport[], acknowledged);

  it('says nothing of what is there', () => {
    const question: Acknowledged = { kind: 'question', turnId: 't', question: 'q' };
    const answer: Acknowledged = { kind: 'answer', turnId: 't', text: 'a' };
    const read: Acknowledged = { kind: 'draft', draftId: 'd', text: 'x', read: false };
    expect(losses(question, answer, read)).toEqual([]);
  });

  it.each<[Acknowledged, RegExp]>([
    [{ kind: 'question', turnId: 'u', question: 'q' }, /question u is lost/],
    [{ kind: 'question', turnId: 't', question: 'other' }, /question t is lost/],
    [{ kind: 'answer', turnId: 't', text: 'a longer one' }, /answer t is lost/],
    [
      { kind: 'rating', turnId: 't', ratings: [{ helpful: true, reasons: [], shared: false }] },
      /rating of t is lost/,
    ],
    [{ kind: 'draft', draftId: 'd', text: 'y', read: false }, /draft d is lost/],
    [{ kind: 'draft', draftId: 'd', text: 'x', read: true }, /feedback on d is lost/],
  ])('names %j', (acknowledged, sentence) => {
    expect(losses(acknowledged)).toEqual([expect.stringMatching(sentence)]);
  });

  it('names what is still being written', () => {
    const cut = [{ conversations: [{ turns: [{ ...turn, status: 'streaming' }] }], drafts: [] }];
    expect(findLosses(cut as unknown as readonly StudentExport[], [])).toEqual([
      't is still being written.',
    ]);
  });
});
