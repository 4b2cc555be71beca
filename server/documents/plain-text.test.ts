import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processorMs } from '../testing/processor-ms.ts';
import { plainText } from './plain-text.ts';

describe('plainText', () => {
  it.each([
    [
      'Un **mot** *fort*, ~~faux~~, ***très***, __gras__ et _penché_',
      'Un mot fort, faux, très, gras et penché',
    ],
    ['[texte](https://a.fr/b_(c) "titre") et ![schéma](x.png)', 'texte et schéma'],
    ['un [lien **gras**](a), puis [  ] et tableau[0]', 'un lien gras, puis [  ] et tableau[0]'],
    ['`06 ** ** ** 42` et ``a ` b`` et `fait_vente`', '06 ** ** ** 42 et a ` b et fait_vente'],
    ['\\*pas penché\\* 1\\. \\# a\\b', '*pas penché* 1. # a\\b'],
    ['## 📌 **Titre** ##', '📌 Titre'],
    ['> - [ ] **Définir** le besoin', 'Définir le besoin'],
    ['12) Suite', 'Suite'],
    ['C# et a_b_c, snake_case', 'C# et a_b_c, snake_case'],
    ['2*3*4 = 24 et 3 * 4, prix 5 * 2', '2*3*4 = 24 et 3 * 4, prix 5 * 2'],
    ['Métier : ______  Risque : ______', 'Métier : ______  Risque : ______'],
    [
      'a<br>b, H<sub>2</sub>O, 3 < 4 et 5 > 2, <https://a.fr>',
      'a b, H2O, 3 < 4 et 5 > 2, https://a.fr',
    ],
    ['R&amp;D &lt;1&nbsp;% & co', 'R&D <1\u00a0% & co'],
    ['-15 % en 6 mois', '-15 % en 6 mois'],
    ['## C#', 'C#'],
    ['l’élève 🎉 « cœur »', 'l’élève 🎉 « cœur »'],
  ])('shows %j as %j', (markdown, text) => expect(plainText(markdown)).toBe(text));

  it('removes bold whose partner was cut off', () => {
    expect(plainText('**Une phrase.')).toBe('Une phrase.');
    expect(plainText('la fin du gras.**')).toBe('la fin du gras.');
    expect(plainText('*début')).toBe('début');
  });

  it('keeps the words of every line, and code to the letter', () => {
    const markdown =
      'Voici :\n\n- un\n- *deux*\n\n---\n\n```sql\nSELECT * FROM a_b; -- *x*\n# non\n```\nFin';
    expect(plainText(markdown)).toBe(
      'Voici :\n\nun\ndeux\n\n\n\nSELECT * FROM a_b; -- *x*\n# non\nFin',
    );
  });

  it('does not let emphasis cross a blank line', () => {
    expect(plainText('a *b\n\nc* d')).toBe('a *b\n\nc* d');
  });

  it('changes nothing in text without marks', () => {
    const word = fc.constantFrom(
      'élève',
      'l’IA',
      'cœur',
      'n° 5',
      '1,5 %',
      '🎉',
      'A/B',
      'e-mail',
      '« oui »',
      '(sic)',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        expect(plainText(words.join(' '))).toBe(words.join(' '));
      }),
    );
  });

  it('never adds letters or figures, and keeps their order', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '*',
            '_',
            '`',
            '[',
            '](',
            ')',
            'a',
            '1',
            ' ',
            '\n',
            '\\',
            '~~',
            '> ',
            '#',
          ),
          { maxLength: 60 },
        ),
        (parts) => {
          const letters = (text: string) => text.replace(/[^a1]/g, '');
          const shown = letters(plainText(parts.join('')));
          let at = 0;
          for (const letter of letters(parts.join(''))) if (shown[at] === letter) at += 1;
          expect(at).toBe(shown.length);
        },
      ),
    );
  });

  it.each([
    '[',
    '*a ',
    'a**',
    '_a_',
    '`a ``',
    '[](',
    '<a ',
    '&',
    '\\',
    '> - ',
    '**a**',
    '<br ',
    '~~',
    ' ',
  ])('takes linear time on %j a hundred thousand times', (part) => {
    const begin = processorMs();
    plainText(part.repeat(100_000));
    expect(processorMs() - begin).toBeLessThan(2_000);
  });
});
