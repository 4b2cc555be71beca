import { describe, expect, it } from 'vitest';
import { fakeDocument } from '../../testing/fakes.ts';
import type { RegisterItem } from '../register/register.ts';
import { hintReply, refusals } from './replies.ts';

const document = fakeDocument('# A\n\n## B\n\n## C');
const item: RegisterItem = {
  id: 'A7',
  part: 'A',
  number: '7',
  kind: 'choice',
  stem: 'x',
  options: ['a', 'b'],
  labels: ['a', 'b'],
  exam: 'examen',
  paraphrases: [],
  hints: { fr: ['un', 'deux', 'trois'], en: ['one', 'two', 'three'] },
  reread: [
    { document, heading: 'B', start: 8, end: 9 },
    { document, heading: 'C', start: 14, end: 15 },
  ],
};

describe('hintReply', () => {
  it('climbs the ladder, then asks for the student’s reasoning, for ever', () => {
    const texts = [0, 1, 2, 3, 9].map((given) => hintReply(item, given, 'fr').text);
    expect(texts.map((text) => text.split('\n\n')[1])).toEqual([
      'un',
      'deux',
      'trois',
      ...Array.from({ length: 2 }, () => expect.stringContaining('votre raisonnement')),
    ]);
  });

  it('names the item and each section to reread, with a marker for each', () => {
    expect(hintReply(item, 0, 'fr').text).toMatch(
      /partie A, question 7.*« B » \[1\], « C » \[2\]/s,
    );
    expect(hintReply(item, 0, 'en').text).toMatch(/part A, question 7.*“B” \[1\], “C” \[2\]/s);
  });

  it('says nothing of sections where there is none', () => {
    expect(hintReply({ ...item, reread: [] }, 0, 'fr').text).not.toContain('À relire');
  });
});

describe('refusals', () => {
  it.each(['key', 'system', 'solution'] as const)('of the %s offer a next step', (what) => {
    expect(refusals.fr[what]).toMatch(/plutôt|Commencez/);
    expect(refusals.en[what]).toMatch(/instead|Begin/);
  });
});
