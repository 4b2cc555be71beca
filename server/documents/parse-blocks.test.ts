import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processorMs } from '../testing/processor-ms.ts';
import { parseBlocks } from './parse-blocks.ts';

/** Each block as `kind: source`. */
const read = (text: string) =>
  parseBlocks(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

const lines = fc
  .array(
    fc.constantFrom(
      '# Un',
      '## **Deux**',
      'Texte é',
      '- item',
      '  - sous',
      '1. un',
      '2) deux',
      '> cité',
      '> - dans',
      '---',
      '',
      '',
      '```',
      '```sql',
      '| a | b |',
      '|---|---|',
      '| 1 | 2 |',
      '<div>',
      '<!-- x -->',
      '    loin',
      '~~~',
      '- [ ] case',
      '-',
      '===',
      '\tonglet',
      '🎉',
      '[a]: http://b',
      '\ufeff',
      '- - - x',
      '* * *',
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join('\n'));

describe('parseBlocks', () => {
  it('gives trimmed spans in order, none inside another, all in the text', () => {
    fc.assert(
      fc.property(fc.oneof(lines, fc.string({ unit: 'grapheme' })), (text) => {
        let at = 0;
        for (const { start, end, outerStart } of parseBlocks(text)) {
          expect(outerStart).toBeGreaterThanOrEqual(at);
          expect(outerStart).toBeLessThanOrEqual(start);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });

  it('loses no letter', () => {
    fc.assert(
      fc.property(lines, (text) => {
        const kept = parseBlocks(text).map(({ start, end }) => text.slice(start, end));
        const letters = (value: string) => value.replace(/```sql|\P{L}/gu, '');
        expect(letters(kept.join(''))).toBe(letters(text));
      }),
      { numRuns: 500 },
    );
  });

  it('names the item that holds a nested block, and cells inside their row', () => {
    fc.assert(
      fc.property(lines, (text) => {
        const blocks = parseBlocks(text);
        for (const { parent, cells = [], start, end } of blocks) {
          const holder = parent === undefined ? undefined : blocks[parent];
          expect(holder?.kind ?? 'item').toBe('item');
          expect(holder?.end ?? 0).toBeLessThanOrEqual(start);
          for (const cell of cells) {
            expect(cell.start).toBeGreaterThanOrEqual(start);
            expect(cell.end).toBeLessThanOrEqual(end);
          }
        }
      }),
    );
  });

  it('counts in the whole text when it begins further on', () => {
    const text = '# Avant\n\n- un\n\n| a |\n|---|\n| b |\n';
    const from = text.indexOf('- un');
    expect(parseBlocks(text, from).map(({ start, end }) => text.slice(start, end))).toEqual([
      'un',
      '| a |',
      '| b |',
    ]);
  });

  it('reads nested lists with their numbers, own text only', () => {
    const text = 'Liste :\n\n3. **Un** :\n   * a\n   * b\n\n     suite de b\n4. [ ] Deux\n   suite';
    expect(read(text)).toEqual([
      'paragraph: Liste :',
      'item: **Un** :',
      'item: a',
      'item: b',
      'paragraph: suite de b',
      'item: Deux\n   suite',
    ]);
    expect(
      parseBlocks(text).map(({ depth, list, order, ordered, parent }) => [
        depth,
        list,
        order,
        ordered,
        parent,
      ]),
    ).toEqual([
      [0, undefined, undefined, undefined, undefined],
      [1, 1, 1, 3, undefined],
      [2, 2, 1, undefined, 1],
      [2, 2, 2, undefined, 1],
      [2, undefined, undefined, undefined, 3],
      [1, 1, 2, 4, undefined],
    ]);
  });

  it('keeps the path of headings, as plain text', () => {
    const text =
      '# 📘 **Cours**\n\n### Détail\n\na\n\n## 1️⃣ Partie ( **/8** )\n\nb\n\nTitre\n=====\n\nc';
    expect(
      parseBlocks(text).map(({ kind, headings }) => `${kind}: ${headings.join(' > ')}`),
    ).toEqual([
      'heading: Cours',
      'heading: Cours > Détail',
      'paragraph: Cours > Détail',
      'heading: Cours > Partie (/8)',
      'paragraph: Cours > Partie (/8)',
      'heading: Titre',
      'paragraph: Titre',
    ]);
  });

  it('leaves bold lines, headings in lists or quotations, and underlined paragraphs what they are', () => {
    expect(read('**Cas A — Support**\n\n- # Titre\n\n> ## Cité\n\nun\ndeux\n---\n')).toEqual([
      'paragraph: **Cas A — Support**',
      'item: # Titre',
      'quote: ## Cité',
      'paragraph: un\ndeux',
    ]);
  });

  it('reads the rows and cells of a table, with or without a header', () => {
    const text = '| A | B \\| C |\n|:-:|---|\n| `x` |  |\n\n| seule | ligne |\n';
    const cells = parseBlocks(text).map((block) =>
      block.cells?.map(({ start, end }) => text.slice(start, end)),
    );
    expect(parseBlocks(text).map(({ kind, table }) => `${kind} ${table}`)).toEqual([
      'header-row 1',
      'row 1',
      'row 2',
    ]);
    expect(cells).toEqual([
      ['A', 'B \\| C'],
      ['`x`', ''],
      ['seule', 'ligne'],
    ]);
  });

  it('reads code, and takes a fence without a language that nothing closes for a stray mark', () => {
    expect(read('```sql\nSELECT 1;\n# non\n```\n\n- fin\n```')).toEqual([
      'code: ```sql\nSELECT 1;\n# non\n```',
      'item: fin',
    ]);
    expect(read('```\nperdu\n\n# Titre')).toEqual(['paragraph: perdu', 'heading: # Titre']);
    expect(read('```python\nx = 1')).toEqual(['code: ```python\nx = 1']);
  });

  it('reads plain text, indented or not, as paragraphs', () => {
    expect(read('Une ligne\nune autre\n\n    Indenté\n\n2 + 2 = 4')).toEqual([
      'paragraph: Une ligne\nune autre',
      'paragraph: Indenté',
      'paragraph: 2 + 2 = 4',
    ]);
    expect(read('')).toEqual([]);
  });

  it('reads long and short documents alike', () => {
    const part = '## Titre\n\nTexte.\n\n- un\n  - deux\n\n```\n# code\n```\n\n';
    expect(read(part.repeat(300))).toEqual(Array.from({ length: 300 }, () => read(part)).flat());
  });

  it.each([
    '[',
    '*a ',
    '- ',
    '> ',
    '>',
    '`a ``',
    '# a\n',
    'a@b.c ',
    '- a\n',
    '| a | b |\n',
    '<',
    '```\n',
    '   ',
  ])('takes bounded time on %j ten thousand times', (part) => {
    const begin = processorMs();
    parseBlocks(part.repeat(10_000));
    expect(processorMs() - begin).toBeLessThan(5_000);
  });
});
