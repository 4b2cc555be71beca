import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processorMs } from '../testing/processor-ms.ts';
import type { Document } from './document.ts';
import { parseBlocks } from './parse-blocks.ts';
import { splitDocument } from './split-document.ts';
import { splitSentences } from './split-sentences.ts';

const documentOf = (text: string, title = 'Cours'): Document => ({
  id: 'cours',
  title,
  course: null,
  kind: 'lesson',
  language: 'fr',
  path: 'cours.md',
  text,
  firstLine: 1,
  encoding: 'utf-8',
  repaired: false,
});
const texts = (text: string, targetLength = 900) =>
  splitDocument(documentOf(text), { targetLength }).map((chunk) => chunk.text);

const sentence = 'Le *data steward* suit la qualité des données de l’équipe au quotidien. ';
const block = fc.constantFrom(
  '# Cours',
  '## Partie',
  '### Détail',
  '---',
  '***',
  'Court.',
  'Étapes :',
  '**Gras**',
  '-',
  '```',
  '<div>',
  '- un\n- deux\n  - trois\n- quatre',
  '1. a\n\n   suite\n2. b',
  '> cité\n>\n> - item',
  '🎉',
  '[a]: http://b',
  '```sql\nSELECT 1;\n\n# non\n```',
  '| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |',
  sentence.repeat(3),
  sentence.repeat(20),
  'x'.repeat(700),
);
const markdown = fc.array(block, { maxLength: 20 }).map((blocks) => blocks.join('\n\n'));
const target = fc.constantFrom(40, 200, 900);

/** The text with its horizontal rules blanked out. */
function withoutRules(text: string): string {
  return parseBlocks(text)
    .filter(({ kind }) => kind === 'rule')
    .reduce(
      (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
      text,
    );
}

describe('splitDocument', () => {
  it('gives chunks the text of their offsets, in order, without overlap, never blank', () => {
    fc.assert(
      fc.property(
        fc.oneof(markdown, fc.string({ unit: 'grapheme' })),
        target,
        (text, targetLength) => {
          let at = 0;
          for (const chunk of splitDocument(documentOf(text), { targetLength })) {
            expect(text.slice(chunk.start, chunk.end)).toBe(chunk.text);
            expect(chunk.text.trim()).toBe(chunk.text);
            expect(chunk.text).not.toBe('');
            expect(chunk.start).toBeGreaterThanOrEqual(at);
            expect(chunk.id).toBe(`cours#${chunk.start}-${chunk.end}`);
            at = chunk.end;
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('puts every character but white space and rules in a chunk', () => {
    fc.assert(
      fc.property(
        fc.oneof(markdown, fc.string({ unit: 'grapheme' })),
        target,
        (text, targetLength) => {
          const rest = splitDocument(documentOf(text), { targetLength }).reduce(
            (left, { start, end }) =>
              left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
            withoutRules(text),
          );
          expect(rest.trim()).toBe('');
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never joins what stands under different headings', () => {
    fc.assert(
      fc.property(markdown, target, (text, targetLength) => {
        const leaves = parseBlocks(text).filter(
          ({ kind }) => kind !== 'heading' && kind !== 'rule',
        );
        for (const { start, end } of splitDocument(documentOf(text), { targetLength })) {
          const inside = leaves.filter((leaf) => leaf.start >= start && leaf.end <= end);
          expect(
            new Set(inside.map(({ headings }) => headings.join('\n'))).size,
          ).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('cuts no sentence that is shorter than twice the target', () => {
    const prose = fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(prose, (lengths) => {
        const text = lengths.map((length) => `Un${' mot'.repeat(length)}.`).join(' ');
        const ends = new Set(splitSentences(text).map(({ end }) => end));
        const chunks = splitDocument(documentOf(text), { targetLength: 60 });
        expect(chunks.filter(({ end }) => !ends.has(end))).toEqual([]);
      }),
    );
  });

  it('keeps chunks of prose within 1.6 times the target', () => {
    for (const chunk of texts(sentence.repeat(100))) {
      expect(chunk.length).toBeLessThanOrEqual(1.6 * 900);
      expect(chunk.length).toBeGreaterThan(250);
    }
  });

  it('is deterministic', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        expect(splitDocument(documentOf(text))).toEqual(splitDocument(documentOf(text)));
      }),
    );
  });

  it('gives headings as a path without the title, and a bare heading to the section below it', () => {
    const text =
      '# 📘 **Cours**\n\n---\n\n## Partie\n\n### Détail :\n\nTexte.\n\n### Suite\n\nFin.\n\n## Vide\n\n## Reste\n\nR.\n';
    expect(splitDocument(documentOf(text)).map((chunk) => [chunk.headings, chunk.text])).toEqual([
      [['Partie', 'Détail'], '# 📘 **Cours**\n\n---\n\n## Partie\n\n### Détail :\n\nTexte.'],
      [['Partie', 'Suite'], '### Suite\n\nFin.'],
      [['Vide'], '## Vide'],
      [['Reste'], '## Reste\n\nR.'],
    ]);
    expect(splitDocument(documentOf(text, 'Autre'))[1]!.headings).toEqual([
      'Cours',
      'Partie',
      'Suite',
    ]);
  });

  it('keeps a list with its lead-in and a table whole up to 1.6 times the target', () => {
    const list = `Les étapes :\n\n${'- Une étape de plus\n  - avec un détail\n'.repeat(9)}`.trim();
    const table = `| A | B |\n|---|---|\n${'| une | ligne |\n'.repeat(20)}`.trim();
    const before = sentence.repeat(2).trim();
    expect(texts(`${before}\n\n${list}\n\n${table}`, 250)).toEqual([before, list, table]);
  });

  it('cuts a long list between its items and a long table between its rows', () => {
    const items = texts(`Étapes :\n\n${'- Une étape de plus\n  - son détail\n'.repeat(40)}`, 200);
    expect(items[0]).toMatch(/^Étapes :\n\n- Une/);
    for (const item of items) expect(item).toMatch(/- Une étape de plus\n  - son détail$/);
    const rows = texts(`| A | B |\n|---|---|\n${'| une | ligne |\n'.repeat(60)}`, 200);
    expect(rows[0]).toMatch(/^\| A \| B \|\n\|---\|---\|\n\| une/);
    for (const row of rows.slice(1)) expect(row).toMatch(/^\| une \|[^]*\| ligne \|$/);
  });

  it('cuts an endless sentence at spaces, and never inside a character', () => {
    const [first] = texts('mot '.repeat(1_000));
    expect(first).toMatch(/^mot( mot)*$/);
    for (const chunk of texts(`a${'🎉'.repeat(2_000)}`)) expect(chunk.isWellFormed()).toBe(true);
  });

  it('keeps marks that open nothing: empty items, stray fences', () => {
    expect(texts('-\n\n---\n\nTexte\n\n```\n')).toEqual(['-\n\n---\n\nTexte\n\n```']);
    expect(texts('-')).toEqual(['-']);
  });

  it('splits an empty or blank document into nothing', () => {
    expect(texts('')).toEqual([]);
    expect(texts(' \n\n---\n\n')).toEqual([]);
  });

  it.each([
    ['a thousand sections', `## Titre\n\n${sentence.repeat(10)}\n\n- un\n- deux\n\n`.repeat(1_000)],
    ['a megabyte in one line', 'mot '.repeat(250_000)],
    ['a megabyte of marks', '[**a** '.repeat(150_000)],
  ])('splits %s in a moment', (_, text) => {
    const begin = processorMs();
    expect(texts(text).length).toBeGreaterThan(900);
    // About half a second on one quiet core; the rest is for slow ones.
    expect(processorMs() - begin).toBeLessThan(5_000);
  });
});
