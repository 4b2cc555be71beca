import { describe, expect, it } from 'vitest';
import { isUnbacked } from './unbacked.ts';

const roles = ['Data Engineer', 'BI Analyst'];
const options = {
  namedIn: (text: string) => new Set(roles.filter((role) => text.includes(role))),
};
const quotes = ['Le Data Engineer construit les pipelines'];
const asksVerdict = { asked: new Set<string>(), near: false, asksVerdict: true };

describe('a sentence that opens with the verdict asked for', () => {
  it.each([
    'Oui : le Data Engineer construit les pipelines [1].',
    'Faux : le Data Engineer construit les pipelines [1].',
    'Verdadero: el Data Engineer construye los flujos [1].',
    'Sí, el Data Engineer construye los flujos [1].',
    'صحيح: Data Engineer [1]',
  ])('is unbacked, though it quotes truly: %s', (sentence) => {
    expect(isUnbacked(sentence, quotes, asksVerdict, options)).toBe(true);
  });

  it('is unbacked where the question names the role and the sentence none', () => {
    const asked = { ...asksVerdict, asked: new Set(['BI Analyst']) };
    expect(isUnbacked('Non : il conçoit des rapports [1].', ['conçoit'], asked, options)).toBe(
      true,
    );
  });

  it.each([
    ['no verdict was asked for', 'Oui : le Data Engineer construit [1].', false],
    ['it opens with no verdict', 'Le Data Engineer construit les pipelines [1].', true],
    ['"si" is a condition', 'Si le flux est lent, le Data Engineer le reprend [1].', true],
    ['no role is spoken of', 'Oui : une cohorte suit des clients [1].', true],
  ])('is backed where %s', (_, sentence, verdict) => {
    const backing = { ...asksVerdict, asksVerdict: verdict };
    expect(isUnbacked(sentence, quotes, backing, options)).toBe(false);
  });
});
