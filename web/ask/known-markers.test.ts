import { describe, expect, it } from 'vitest';
import { someCitation } from '../testing/answers.ts';
import { knownMarkers } from './known-markers.ts';
import { parseAnswer } from './parse-answer.ts';

const runsOf = (text: string) =>
  parseAnswer(text).flatMap((block) => (block.kind === 'paragraph' ? block.runs : []));
const shown = (text: string, citations: Parameters<typeof knownMarkers>[1]) =>
  knownMarkers(runsOf(text), citations)
    .map((run) => (run.kind === 'marker' ? `[${run.text}]` : run.text))
    .join('');

describe('knownMarkers', () => {
  it.each([
    ['Un lac [1]. Un port [2].', 'Un lac [1]. Un port.'],
    ['Un lac [2][3].', 'Un lac.'],
    ['Un lac [2][1].', 'Un lac[1].'],
    ['Un lac.', 'Un lac.'],
  ])('shows %j as %j where only the first quotation is known', (text, expected) => {
    expect(shown(text, [someCitation()])).toBe(expected);
  });

  it('keeps every marker until the quotations are checked', () => {
    expect(shown('Un lac [1] [2].', null)).toBe('Un lac [1] [2].');
  });
});
