import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifyDocument } from './identify-document.ts';

const titleOf = (text: string, path = 'dossier/Mon fichier.txt') =>
  identifyDocument({}, text, path).title;
const idOf = (path: string) => identifyDocument({}, 'texte', path).id;

describe('identifyDocument', () => {
  it('prefers what the front matter says', () => {
    const fields = { id: 'a', title: 'T', course: 'c', kind: 'exam', language: 'en' } as const;
    expect(identifyDocument(fields, '# Autre titre', 'b.md')).toEqual(fields);
  });

  it('guesses no kind and no course', () => {
    expect(identifyDocument({}, 'Examen : barème /20', 'examen.txt')).toMatchObject({
      kind: 'document',
      course: null,
    });
  });

  it.each([
    ['Bonjour\n\n# 📘 **TP – Data Engineer**\n\n## Suite', 'TP – Data Engineer'],
    ['```\n# commentaire\n```\n## Titre ##\n', 'Titre'],
    ['\n\n  **Première** ligne\nsuite', 'Première ligne'],
    ['# 📝\n\n# Vrai titre', '📝'],
    ['---\n\n#\n\nTexte', 'Texte'],
    ['---\n', 'Mon fichier'],
  ])('finds the title of %j', (text, title) => expect(titleOf(text)).toBe(title));

  it('shortens a long first line after a word', () => {
    const title = titleOf(`${'Une phrase plutôt longue, '.repeat(10)}`);
    expect(title.length).toBeLessThanOrEqual(80);
    expect(title).toMatch(/\p{L}…$/u);
  });

  it.each([
    ['leçons/Leçon 3 – Cœur & Œuvre.md', 'lecon-3-coeur-oeuvre'],
    ['a/b/ÉTÉ.final.TXT'.normalize('NFD'), 'ete-final'],
    ['000_703428cc.txt', '000-703428cc'],
  ])('makes an id of the name of %j', (path, id) => expect(idOf(path)).toBe(id));

  it('makes a valid id of any name, the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        const id = idOf(`${name}.md`);
        expect(id).toMatch(/^[a-z0-9][a-z0-9-]{0,79}$/);
        expect(idOf(`${name}.md`)).toBe(id);
      }),
    );
    expect(idOf('日本.md')).not.toBe(idOf('中国.md'));
  });
});
