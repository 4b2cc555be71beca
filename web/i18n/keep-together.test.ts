import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepTogether } from './keep-together.ts';

describe('keepTogether', () => {
  it('changes nothing but spaces, and keeps every offset', () => {
    const pieces = fc.constantFrom('mot', ' ', ':', ';', '?', '!', '«', '»', '\n', ':=', '.');
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        const text = parts.join('');
        const shown = keepTogether(text);
        expect(shown).toHaveLength(text.length);
        expect(shown.replaceAll('\u00a0', ' ')).toBe(text);
      }),
    );
  });

  it('holds the punctuation of French to its word', () => {
    expect(keepTogether('ELT : « quoi ? » ; oui !')).toBe(
      'ELT\u00a0: «\u00a0quoi\u00a0?\u00a0»\u00a0; oui\u00a0!',
    );
  });

  it('leaves what only looks like it', () => {
    expect(keepTogether('What? a ?b x := 2, a != b')).toBe('What? a ?b x := 2, a != b');
  });
});
