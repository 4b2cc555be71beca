import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OutputScan } from '../integrity/scan/scan-output.ts';
import type { ScanHit, ScanRule } from '../integrity/scan/scan-rules.ts';
import { createSentenceGate } from './sentence-gate.ts';

const hitOf = (rule: ScanRule): ScanHit => ({ rule, item: null });

/** A scan that leaves out what holds "un seul" and stops at "scellé", and keeps what it was asked. */
function scanner() {
  const asked: { sentence: string; before: string; quotes: readonly string[] | null }[] = [];
  const scan: OutputScan = {
    scan(sentence, before, quotes) {
      asked.push({ sentence, before, quotes });
      if (`${before}${sentence}`.includes('scellé')) return hitOf('sealed-run');
      return sentence.includes('un seul') ? hitOf('one-role') : null;
    },
  };
  return { openScan: () => scan, asked };
}

function run(pieces: readonly string[], whole = false) {
  const { openScan, asked } = scanner();
  const gate = createSentenceGate({ openScan, whole }, (marker) => `citation ${marker}`);
  const left = pieces.map((piece) => gate.push(piece));
  return { left, text: left.join('') + gate.end(), gate, asked };
}

describe('createSentenceGate', () => {
  it('lets nothing leave before its sentence is closed', () => {
    const { left } = run(['Un début', ' de phrase. ', 'La suite']);
    expect(left).toEqual(['', '', 'Un début de phrase. ']);
  });

  it('gives back the whole text, however it is cut, when the scan finds nothing', () => {
    const text = 'Une phrase [1]. Une autre ! Et [2]\n- un point [3].\n\nFin… ? Oui';
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 12 }), fc.boolean(), (cuts, whole) => {
        const at = [0, ...cuts.sort((a, b) => a - b), text.length];
        const pieces = at.slice(1).map((end, index) => text.slice(at[index], end));
        const { text: out, gate } = run(pieces, whole);
        expect(out).toBe(text);
        expect(gate.left()).toEqual([1, 2, 3]);
      }),
    );
  });

  it('lets nothing leave before the end where the turn comes near an item', () => {
    const { left, text } = run(['Une phrase. ', 'Une autre. ', 'Fin.'], true);
    expect(left.join('')).toBe('');
    expect(text).toBe('Une phrase. Une autre. Fin.');
  });

  it('stops at a hit, and nothing leaves after it', () => {
    const { text, gate } = run(['Bien. ', 'Ceci est scellé. ', 'Après. ']);
    expect(text).toBe('Bien. ');
    expect(gate.hit()).toMatchObject({ rule: 'sealed-run' });
  });

  it('lets nothing of a text leave that is held to the end and then stopped', () => {
    expect(run(['Bien. ', 'Ceci est scellé. '], true).text).toBe('');
  });

  it('leaves a sentence out, and numbers the markers that are left without a gap', () => {
    const { text, gate } = run(['A [1]. C’est un seul métier [2]. B [3]. Encore A [1]. ']);
    expect(text).toBe('A [1]. B [2]. Encore A [1]. ');
    expect(gate.left()).toEqual([1, 3]);
    expect(gate.placeOf(3)).toBe(3);
    expect(gate.placeOf('A [1]. C’est un'.length)).toBeNull();
  });

  it.each(['Une carte… à Paris, un seul métier [1].', 'Est-ce vrai ? ; C’est un seul métier [1].'])(
    'leaves no half of a sentence: %s',
    (sentence) => {
      expect(run([`A [2]. ${sentence} `]).text).toBe('A [1]. ');
    },
  );

  it('scans each sentence with the one before it, and the quotations that left', () => {
    const { asked } = run(['A [1]. ', 'B [2]. ']);
    expect(asked[1]).toMatchObject({ before: 'A [1]. ', quotes: ['citation 2'] });
    expect(asked.at(-1)).toEqual({ sentence: 'citation 2', before: '', quotes: null });
  });

  it('is not there where nothing is protected', () => {
    const gate = createSentenceGate({ openScan: null, whole: false }, () => '');
    expect(gate.push('sans point')).toBe('sans point');
    expect(gate.end()).toBe('');
  });
});
