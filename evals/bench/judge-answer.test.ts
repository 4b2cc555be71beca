import { describe, expect, it } from 'vitest';
import type { Citation } from '../../server/contract/course.ts';
import { judgeAnswer } from './judge-answer.ts';

const gold = [{ documentId: 'kafka', start: 100, end: 160, grade: 2 } as const];
const nuggets = [
  { text: 'position', importance: 'vital', any: ['position'] } as const,
  { text: 'partition', importance: 'vital', any: ['partition'] } as const,
].map((nugget) => ({ ...nugget, any: [...nugget.any] }));
const citation = {
  ...{ documentId: 'kafka', start: 150, end: 200, marker: 1 },
  quote: 'la position dans une partition',
} as Citation;
const judge = (text: string, decision: 'answer' | 'abstain' = 'answer') =>
  judgeAnswer({ decision, text, citations: [citation] }, { nuggets, gold });

describe('judgeAnswer', () => {
  it('wants every vital fact in the text, and reports quotations apart', () => {
    expect(judge('Une position dans une partition [1].')).toMatchObject({
      goldInText: true,
      goldWithQuotations: true,
      vital: 1,
    });
    expect(judge('A position [1].')).toMatchObject({
      goldInText: false,
      goldWithQuotations: true,
      vital: 0.5,
    });
  });

  it('gives nothing to a turn that does not answer', () => {
    expect(judge('Une position dans une partition.', 'abstain')).toMatchObject({
      answered: false,
      goldInText: false,
      goldWithQuotations: false,
      vital: 0,
    });
  });

  it('sees whether a quotation touches a gold place, and measures the text without markers', () => {
    expect(judge('Oui [1].')).toMatchObject({ citesGold: true, length: 4 });
    const elsewhere = { ...citation, start: 160, end: 200 };
    const scores = judgeAnswer(
      { decision: 'answer', text: 'Oui [1].', citations: [elsewhere] },
      { nuggets, gold },
    );
    expect(scores.citesGold).toBe(false);
  });
});
