import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processorMs } from '../testing/processor-ms.ts';
import { repairMojibake } from './repair-mojibake.ts';
import { decodeWindows1252 } from './windows-1252.ts';

type Table = 'macintosh' | 'windows-1252' | 'latin-1';

/** Reads UTF-8 bytes with the wrong table, as a careless program does. */
function breakText(text: string, table: Table): string {
  const bytes = new TextEncoder().encode(text);
  if (table === 'latin-1') return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return table === 'macintosh' ? new TextDecoder(table).decode(bytes) : decodeWindows1252(bytes);
}

const frenchWords =
  'été où cœur Œuvre « garçon » l’équipe d’élève – — … 1 200 € naïve Noël ça À É Ê maïs aiguë bœuf “citation” 🎉 📝 ✅ n° 5 %'.split(
    ' ',
  );
const cleanWords = [
  ...frenchWords,
  ...'αβγ Ελλάδα Հայաստան’ Ժամ Tiếng Việt đường phố ưỡng Übung Straße niño «École» ’é –é “É …à Москва 日本 x²≤√π ∑∂ ¬ƒ 👩🏽‍💻 🇫🇷 1️⃣ the data'.split(
    ' ',
  ),
];
const words = (bank: string[]) =>
  fc.array(fc.constantFrom(...bank), { minLength: 1, maxLength: 40 }).map((list) => list.join(' '));
const table = fc.constantFrom<Table>('macintosh', 'windows-1252', 'latin-1');
/** Three letters that prove damage, so that every text qualifies. */
const brokenEnough = words(frenchWords).map((text) => `${text} éléphant réglé`);

describe('repairMojibake', () => {
  it('gives French that was broken once back to the letter', () => {
    fc.assert(
      fc.property(brokenEnough, table, (text, wrong) => {
        expect(repairMojibake(breakText(text, wrong))).toEqual({ text, repaired: true });
      }),
    );
  });

  it('gives French that was broken twice, the same way or another, back to the letter', () => {
    fc.assert(
      fc.property(brokenEnough, table, table, (text, first, second) => {
        expect(repairMojibake(breakText(breakText(text, first), second)).text).toBe(text);
      }),
    );
  });

  it('gives decomposed accents back decomposed', () => {
    const text = 'été, forêt, garçon'.normalize('NFD');
    for (const wrong of ['macintosh', 'windows-1252', 'latin-1'] as const) {
      expect(repairMojibake(breakText(text, wrong)).text).toBe(text);
    }
  });

  it('never touches clean text of any language', () => {
    fc.assert(
      fc.property(words(cleanWords), (text) => {
        expect(repairMojibake(text)).toEqual({ text, repaired: false });
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    'l’équipe, d’été, s’élève, l’État, qu’il l’évite',
    '« École », «École», «Éléphant» et CITÉ : « À l’été… »',
    'σ = 1/√π, 2√π, 3√π',
    'On écrit √∑(x²) puis √∑(y²) et √∑(z²)',
    'Le « é » devient « Ã© » et le « à » devient « Ã  » ; le « ê » devient « Ãª ».',
    'Հայերեն տեքստ՝ ’é ’è ’ê',
    'NÃO É IRMÃ; ÂNGULO, LIÇÕES',
    // Overlong: the same bytes in two would be ©.
    'à‚© à‚© à‚©',
    'plain ASCII only',
    '',
  ])('leaves %j as it is', (text) => {
    expect(repairMojibake(text)).toEqual({ text, repaired: false });
  });

  it('leaves one or two broken characters, which are not certain', () => {
    expect(repairMojibake('un seul Ã©, un autre Ã¨').repaired).toBe(false);
    expect(repairMojibake('Ã©Ã©Ã©').text).toBe('ééé');
  });

  it('repairs « où », whose broken form looks like a formula', () => {
    expect(repairMojibake(breakText('où, là où, d’où, où', 'macintosh')).text).toBe(
      'où, là où, d’où, où',
    );
  });

  it('removes a byte order mark that was broken too', () => {
    expect(repairMojibake(breakText('\ufeffété à Noël', 'windows-1252')).text).toBe('été à Noël');
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), table, (text, wrong) => {
        const once = repairMojibake(breakText(text, wrong)).text;
        expect(repairMojibake(once).text).toBe(once);
      }),
    );
  });

  it('reads a megabyte in well under a second', () => {
    const text = breakText('Le modèle prévoit l’énergie. '.repeat(35_000), 'macintosh');
    const begin = processorMs();
    expect(repairMojibake(text).repaired).toBe(true);
    expect(processorMs() - begin).toBeLessThan(3_000);
  });
});
