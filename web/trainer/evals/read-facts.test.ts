import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectationRequest } from '../../../server/contract/evals.ts';
import { readFacts } from './read-facts.ts';

describe('readFacts', () => {
  it('gives what the server takes, and nothing that it refuses', () => {
    const lines = fc.array(fc.oneof(fc.string(), fc.string({ minLength: 190, maxLength: 210 })), {
      maxLength: 14,
    });
    fc.assert(
      fc.property(lines, (all) => {
        const facts = readFacts(all.join('\n'));
        if (facts === null) return;
        expect(expectationRequest.safeParse({ decision: 'answer', facts }).success).toBe(true);
      }),
    );
  });

  it('takes a line for a wording, without empty ones', () => {
    expect(readFacts(' 7 jours \n\n  une semaine')).toEqual(['7 jours', 'une semaine']);
    expect(readFacts(Array.from({ length: 11 }, (_, at) => `${at}`).join('\n'))).toBeNull();
  });
});
