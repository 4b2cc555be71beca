import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitStatements } from './split-statements.ts';

const read = (text: string) => {
  const cut = (span?: { start: number; end: number }) => span && text.slice(span.start, span.end);
  return splitStatements(text).map((statement) => ({
    ...statement,
    text: cut(statement),
    leadIn: cut(statement.leadIn),
    cells: statement.cells?.map(cut),
    sentences: statement.sentences?.map(cut),
  }));
};
const texts = (text: string) =>
  read(text).map((statement) => `${statement.kind}: ${statement.text}`);

describe('splitStatements', () => {
  it('gives trimmed spans in order without overlap', () => {
    const part = fc.constantFrom(
      'Un. Deux',
      '- a. b :',
      '  - c',
      '\n',
      '| x | y |',
      '|---|---|',
      '```',
      '# T',
      '> q. r',
      '**g** :',
      'é 🎉.',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
        const text = parts.join('\n');
        let at = 0;
        for (const { start, end, leadIn } of splitStatements(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          expect(end).toBeGreaterThan(start);
          expect(leadIn?.end ?? 0).toBeLessThanOrEqual(start);
          at = end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('takes the sentences of paragraphs and quotations, under their headings', () => {
    expect(read('# Cours\n\n## 📌 Partie\n\nUne phrase. Une autre.\n\n> Citée.\n')).toMatchObject([
      { kind: 'sentence', text: 'Une phrase.', headings: ['Cours', 'Partie'] },
      { kind: 'sentence', text: 'Une autre.', headings: ['Cours', 'Partie'] },
      { kind: 'sentence', text: 'Citée.', headings: ['Cours', 'Partie'] },
    ]);
  });

  it('gives each item its list, its number and the sentence that announces it', () => {
    const text = 'Le RGPD. Ses étapes :\n\n1. Une. Et suite.\n2. Deux :\n   - détail\n\nFin.';
    expect(read(text)).toMatchObject([
      { text: 'Le RGPD.' },
      { text: 'Ses étapes :' },
      {
        kind: 'item',
        text: 'Une. Et suite.',
        list: 1,
        order: 1,
        leadIn: 'Ses étapes :',
        sentences: ['Une.', 'Et suite.'],
      },
      {
        kind: 'item',
        text: 'Deux :',
        list: 1,
        order: 2,
        leadIn: 'Ses étapes :',
        sentences: undefined,
      },
      { kind: 'item', text: 'détail', list: 2, leadIn: 'Deux :' },
      { kind: 'sentence', text: 'Fin.' },
    ]);
    expect(read(text)[4]).not.toHaveProperty('order');
  });

  it('takes a bold line for what announces a list, and a plain sentence not', () => {
    expect(read('**Roadmap (6 mois)**\n\n* Un\n\nPhrase simple.\n\n* Deux')).toMatchObject([
      { text: '**Roadmap (6 mois)**', headingOnly: true },
      { text: 'Un', leadIn: '**Roadmap (6 mois)**' },
      { text: 'Phrase simple.' },
      { text: 'Deux', leadIn: undefined },
    ]);
    expect(read('**Une phrase en gras.** Suite.')[0]).not.toHaveProperty('headingOnly');
  });

  it('gives rows with their cells and header, and the header itself not', () => {
    expect(
      read('| Rôle | Tâche |\n|---|---|\n| DPO | Conseille. Contrôle |\n\n| a | b |'),
    ).toMatchObject([
      {
        kind: 'row',
        text: '| DPO | Conseille. Contrôle |',
        cells: ['DPO', 'Conseille. Contrôle'],
        leadIn: '| Rôle | Tâche |',
        table: 1,
      },
      { kind: 'row', cells: ['a', 'b'], leadIn: undefined, table: 2 },
    ]);
  });

  it('gives code without its fences, and what announces it', () => {
    expect(read('La requête :\n\n```sql\nSELECT 1;\n\nSELECT 2;\n```\n\n```\n```\n')).toMatchObject(
      [
        { text: 'La requête :' },
        { kind: 'code', text: 'SELECT 1;\n\nSELECT 2;', leadIn: 'La requête :' },
      ],
    );
  });

  it('gives none for headings, rules, HTML, stray fences and empty text', () => {
    expect(texts('# Titre\n\n---\n\n<!-- note -->\n\n```')).toEqual([]);
    expect(texts('')).toEqual([]);
  });

  it('reads plain text', () => {
    expect(texts('Bonjour à tous !\nVoici le cours. Il dure 1,5 h.')).toEqual([
      'sentence: Bonjour à tous !',
      'sentence: Voici le cours.',
      'sentence: Il dure 1,5 h.',
    ]);
  });
});
