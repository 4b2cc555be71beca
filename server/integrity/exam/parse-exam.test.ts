import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakeDocument } from '../../testing/fakes.ts';
import { parseExam } from './parse-exam.ts';

const parse = (text: string) => parseExam(fakeDocument(text, { kind: 'exam' }));
const itemsOf = (text: string) =>
  parse(text).items.map(({ id, kind, stem, options }) => ({ id, kind, stem, options }));
/** What stays readable, the white space collapsed. */
function openText(text: string): string {
  let open = '';
  let at = 0;
  for (const { start, end } of parse(text).sealed) {
    open += text.slice(at, start);
    at = end;
  }
  return (open + text.slice(at)).replace(/\s+/g, ' ').trim();
}

const exam = `# Examen – Les fruits

**Durée :** 30 minutes

## Rappels

- **Pomme** : fruit du pommier.
- **Poire** : fruit du poirier.

## PARTIE A — Choisir (/4)

**Consigne :** une seule réponse.

1) Le fruit du cidre.
→ [  ] Poire  [  ] **Pomme**  [  ] Coing

2) Le fruit du poiré.
- [x] Poire
- [ ] Pomme

## PARTIE B — Compléter

| Tâche | Fruit | Outil |
|---|---|---|
| 1. Presser le cidre | … | … (un pressoir) |
| Cueillir | ____ | échelle |

## PARTIE C — Vrai/Faux

1) La **pomme** est bleue. → V/F

## Partie D : cas

**Cas A — Le verger**
Un verger veut vendre.
- Produit : ______  Prix : ______

## PARTIE E — Ordre des étapes

- [ ] Cueillir
- [ ] Bouillir
- [ ] Acheter

## PARTIE F

1. Comment garder les fruits ?

## Barème

- A : /4

## Aide-mémoire

- Cidre → Pomme
`;

describe('parseExam', () => {
  it('reads each form of item, and drops which option is right', () => {
    expect(itemsOf(exam)).toEqual([
      {
        id: 'A1',
        kind: 'choice',
        stem: 'Le fruit du cidre.',
        options: ['Poire', 'Pomme', 'Coing'],
      },
      { id: 'A2', kind: 'choice', stem: 'Le fruit du poiré.', options: ['Poire', 'Pomme'] },
      { id: 'B1', kind: 'row', stem: 'Presser le cidre', options: ['(un pressoir)'] },
      { id: 'B2', kind: 'row', stem: 'Cueillir', options: ['échelle'] },
      { id: 'C1', kind: 'truth', stem: 'La pomme est bleue.', options: [] },
      { id: 'DA', kind: 'case', stem: 'Le verger Un verger veut vendre.', options: [] },
      {
        id: 'E',
        kind: 'order',
        stem: '',
        options: ['Acheter', 'Bouillir', 'Cueillir'],
      },
      { id: 'F1', kind: 'open', stem: 'Comment garder les fruits ?', options: [] },
    ]);
  });

  it('keeps nothing of the key: bold and ticks change nothing of what is read', () => {
    const neutral = exam.replace('**Pomme**  [', 'Pomme  [').replace('[x]', '[ ]');
    expect(itemsOf(neutral)).toEqual(itemsOf(exam));
  });

  it('opens the title, the reminders, the instructions and the points, and nothing of the items', () => {
    const open = openText(exam);
    for (const text of ['Durée', 'fruit du poirier', 'une seule réponse', 'A : /4', 'PARTIE E']) {
      expect(open).toContain(text);
    }
    for (const text of ['cidre', 'poiré', 'bleue', 'verger', 'Acheter', 'garder', '→']) {
      expect(open).not.toContain(text);
    }
  });

  it('seals in doubt a section outside the parts that asks something', () => {
    const text = '# Examen\n\n## À vous\n\n- Qui cueille les pommes ?\n';
    expect(parse(text).sealed).toMatchObject([{ heading: 'À vous', doubt: true }]);
    expect(openText(text)).not.toContain('cueille');
  });

  it.each([
    [
      'options with letters',
      '# Quiz\n\n1. Le fruit du cidre ?\na) poire\nb) pomme\nc) coing\n',
      'Q1',
      'choice',
    ],
    [
      'questions with a word',
      '# Exam\n\nQuestion 1: True or false? The apple is blue.\n\nQuestion 2: ____ is red.\n',
      'Q1',
      'truth',
    ],
    [
      'parts in plain text',
      'EXAMEN\n\nPARTIE A : choisir\n1) Le cidre\n[ ] pomme [ ] poire\n',
      'A1',
      'choice',
    ],
  ])('reads %s', (_, text, id, kind) => {
    expect(itemsOf(text)[0]).toMatchObject({ id, kind });
  });

  it('never opens a line with a box, a blank or a question mark of a part', () => {
    const line = fc.constantFrom(
      '1) Qui ?',
      '- [ ] oui',
      '→ [ ] a [ ] b',
      '2. Le ____ est ici',
      'texte',
      '| 1. x | … |',
      '**Cas B — y**',
      '',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = `# Examen\n\n## Partie A\n\nConsigne.\n\n1) Première ?\n${lines.join('\n')}\n`;
        expect(openText(text)).toBe('# Examen ## Partie A Consigne.');
      }),
    );
  });
});

describe('an exam headed “Partiel” whose items have letters', () => {
  const partiel = [
    '# Partiel',
    '## Durée et consignes\n\nL’épreuve dure deux heures, sans document.',
    '## Partie A — Choisir le métier',
    '**A1.** Surveiller chaque matin la dérive du modèle.\n* Data Analyst\n* **ML Engineer**',
    '**A2.** Nettoyer pendant la nuit les relevés.\n* Data Analyst\n* **Data Engineer**',
  ].join('\n\n');

  it('keeps its items out and its instructions open', () => {
    expect(itemsOf(partiel).map(({ id }) => id)).toEqual(['A1', 'A2']);
    expect(openText(partiel)).toContain('L’épreuve dure deux heures, sans document.');
    expect(openText(partiel)).not.toMatch(/dérive|relevés|Engineer/);
  });
});
