import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFrontMatter } from './parse-front-matter.ts';

describe('parseFrontMatter', () => {
  it('reads the fields and leaves the rest to the letter', () => {
    const source =
      '---\nid: lecon-etl   # comment\ntitle: "ETL : définition"\ncourse: parcours\nkind: lesson\nlanguage: fr\n---\n\n# ETL\n';
    expect(parseFrontMatter(source)).toEqual({
      fields: {
        id: 'lecon-etl',
        title: 'ETL : définition',
        course: 'parcours',
        kind: 'lesson',
        language: 'fr',
      },
      text: '\n# ETL\n',
      linesRemoved: 7,
    });
  });

  it('loses no line: those removed and those left make the file', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('', 'title: A\n', 'id: a\n\nkind: exam\n'),
        fc.string(),
        (block, rest) => {
          const source = `---\ntitle: T\n${block.replace('title: A\n', '')}---\n${rest}`;
          const parsed = parseFrontMatter(source);
          if ('problem' in parsed) throw new Error(parsed.problem);
          expect(source.split('\n').slice(parsed.linesRemoved).join('\n')).toBe(parsed.text);
        },
      ),
    );
  });

  it('keeps values as they are written', () => {
    expect(parseFrontMatter('---\nid: 2024\ntitle: Non\ncourse:\n---\n')).toMatchObject({
      fields: { id: '2024', title: 'Non', course: undefined },
    });
  });

  it.each([
    '# Titre\n\nTexte',
    '',
    '---',
    '---\n\n# Un trait, puis un titre\n\n---\n',
    '---\nDu texte entre deux traits.\n---\n',
    '----\nid: a\n----\n',
    ' ---\nid: a\n---\n',
  ])('finds none in %j', (source) => {
    expect(parseFrontMatter(source)).toEqual({ fields: {}, text: source, linesRemoved: 0 });
  });

  it('reads a block that ends the file', () => {
    expect(parseFrontMatter('---\nid: a\n---')).toEqual({
      fields: { id: 'a' },
      text: '',
      linesRemoved: 3,
    });
  });

  it.each([
    [
      '---\nid: a\ntitle: ETL : définition\n---\n',
      /^Line 3 .* not valid YAML .* between quotes\)\.$/,
    ],
    ['---\nid: a\nid: b\n---\n', /^Line 3 .* not valid YAML/],
    [
      '---\nid: a\ntitel: x\nauteur: y\n---\n',
      /^Line 3 .*unknown key "titel", "auteur"; known keys are id, title/,
    ],
    ['---\nid: Leçon 1\n---\n', /^Line 2 .*"id" must be 1 to 80 lower-case/],
    [`---\nid: ${'a'.repeat(81)}\n---\n`, /"id" must be/],
    ['---\ntitle: T\nkind: cours\n---\n', /^Line 3 .*"kind" must be one of lesson, project/],
    ['---\nlanguage: français\n---\n', /"language" must be fr or en/],
    ['---\ntitle: [a, b]\n---\n', /"title" must be a text/],
    ['---\nid: a\n# Titre\n\nTexte sans fin', /line 1 opens is never closed/],
  ])('tells what is wrong in %j', (source, reason) => {
    const parsed = parseFrontMatter(source);
    const problem = 'problem' in parsed ? parsed.problem : '';
    expect(problem).toMatch(reason);
    expect(problem).toMatch(/^[A-Z][^\n]*\.$/);
  });

  it('does not unfold an alias bomb', () => {
    const bomb = 'title: &a [x, x, x]\ncourse: &b [*a, *a, *a, *a]\nid: [*b, *b, *b, *b, *b]\n';
    expect(parseFrontMatter(`---\n${bomb}---\n`)).toEqual({
      problem: expect.stringContaining('alias'),
    });
  });
});
