import { beforeAll, describe, expect, it } from 'vitest';
import { fakeDocument } from '../../testing/fakes.ts';
import { partition } from '../partition.ts';
import { type ConceptLexicon, readConcepts } from '../reading/concepts.ts';
import { createSealedGrams } from '../scan/sealed-grams.ts';
import { buildRegister } from './build-register.ts';
import { readExamFile } from './exam-file.ts';

const exam = fakeDocument(
  `# Examen

## Les métiers

- **Data Engineer** : construit des pipelines.

## Partie A

1) Charger des fichiers.
→ [ ] Data Engineer [ ] Data Analyst [ ] ML Engineer
`,
  { id: 'examen', kind: 'exam', path: 'examen.md' },
);
const exercise = fakeDocument('# Exercice de pilotage\n\n## Travail demandé\n\nFaites.', {
  id: 'exercice-pilotage',
  title: 'Exercice de pilotage',
  kind: 'exercise',
});
const solution = fakeDocument('# Corrigé\n\nMois 1 : cadrage.', {
  id: 'solution-pilotage',
  title: 'Solution – pilotage',
  kind: 'solution',
});

const file = (hint = 'Comparez le Data Engineer et le Data Analyst.', more = '') => `exam: examen
items:
  A1:
    hints:
      fr:
        - "Relisez le verbe de l’énoncé."
        - "${hint}"
        - "Qui lira le résultat ?"
      en: ["Reread the verb.", "Compare.", "Who reads the result?"]
    reread:
      - { document: examen, heading: "Les métiers" }
${more}`;

let lexicon: ConceptLexicon;
beforeAll(async () => {
  lexicon = await readConcepts();
});

function build(...sources: readonly string[]) {
  const parted = partition([exam, exercise, solution]);
  const grams = createSealedGrams([{ owner: 'a', text: 'un texte scellé de cinq mots' }], []);
  const rolesIn = (text: string) => lexicon.rolesIn(text);
  const files = sources.map((source, at) => readExamFile(source, `exams/${at}.yaml`));
  return buildRegister(parted, files, { rolesIn, grams });
}
const failure = (...sources: readonly string[]): string => {
  try {
    build(...sources);
  } catch (error) {
    return (error as Error).message;
  }
  return 'no failure';
};

describe('buildRegister', () => {
  it('joins an item with its ladder and finds its sections again in the open part', () => {
    const [item] = build(file()).items;
    expect(item).toMatchObject({ id: 'A1', exam: 'examen', kind: 'choice' });
    const [{ document, start, end }] = item!.reread as [(typeof item & {})['reread'][number]];
    expect(document.text.slice(start, end)).toBe('Les métiers');
    expect(document.text).not.toContain('Charger');
  });

  it('makes hints by the contrast rule where no register is written: every option or none', () => {
    const [item] = build().items;
    for (const language of ['fr', 'en'] as const) {
      for (const hint of item!.hints[language]) {
        expect([0, 3]).toContain(lexicon.rolesIn(hint).size);
      }
    }
    expect(item!.reread[0]?.heading).toBe('Les métiers');
  });

  it('gives every option its full name, in an order that tells nothing, so that the one printed in full is not told', () => {
    const spelt = fakeDocument(
      '# Examen\n\n## Partie A\n\n1) Un.\n→ [ ] DA [ ] DS [ ] **ML Engineer** [ ] BI\n\n2) Deux.\n→ [ ] BI Analyst [ ] **Data Analyst** [ ] MLE [ ] Data Scientist\n',
      { id: 'examen', kind: 'exam' },
    );
    const rolesIn = (text: string) => lexicon.rolesIn(text);
    const grams = createSealedGrams([], []);
    const [one, two] = buildRegister(partition([spelt]), [], { rolesIn, grams }).items;
    expect(one!.options).toEqual(['BI Analyst', 'Data Analyst', 'Data Scientist', 'ML Engineer']);
    expect(two!.options).toEqual(one!.options);
    expect(one!.hints.fr[1]).toContain(
      'BI Analyst, ou Data Analyst, ou Data Scientist, ou ML Engineer',
    );
  });

  it('knows the statement of a worked solution, and nothing of its text', () => {
    const { solutions } = build();
    expect(solutions).toMatchObject([{ statement: { id: 'exercice-pilotage' } }]);
    expect(JSON.stringify(solutions)).not.toContain('cadrage');
  });

  it.each([
    [
      'an unknown exam',
      file().replace('exam: examen', 'exam: autre'),
      'line 1: there is no exam with the id autre',
    ],
    [
      'an unknown item',
      file().replace('  A1:', '  A9:'),
      'line 3: the exam has no item A9 (it has A1)',
    ],
    ['a missing item', 'exam: examen\nitems: {}\n', 'line 2: item A1 has no hints'],
    [
      'a section that is not there',
      file().replace('"Les métiers"', '"Les outils"'),
      'line 11: no open document examen has the heading “Les outils”',
    ],
    [
      'a hint that names one role',
      file('Pensez au Data Engineer.'),
      'line 7: item A1: the hint names one role alone',
    ],
    [
      'a hint with a verdict',
      file('C’est exact, continuez.'),
      'line 7: item A1: the hint gives a verdict (“exact”)',
    ],
    [
      'a hint with sealed words',
      file('C’est un texte scellé de cinq mots.'),
      'line 7: item A1: the hint repeats five words',
    ],
  ])('refuses %s, with file, line and reason', (_, source, message) => {
    expect(failure(source)).toContain(`exams/0.yaml, ${message}`);
  });

  it('refuses two registers of one exam', () => {
    expect(failure(file(), file())).toContain('has a register already, exams/0.yaml');
  });
});

describe('readExamFile', () => {
  const wrong = (source: string): string => {
    try {
      readExamFile(source, 'exams/x.yaml');
    } catch (error) {
      return (error as Error).message;
    }
    return 'no failure';
  };

  it.each([
    [
      'a ladder of two hints',
      file().replace('        - "Qui lira le résultat ?"\n', ''),
      'line 5: items.A1.hints.fr',
    ],
    [
      'a date that is none',
      file('x', 'releasedAfter: 30/06/2027'),
      'line 12: releasedAfter is wrong: a date is written 2027-06-30',
    ],
    ['an unknown field', file('x', 'key: A'), 'unknown field key'],
    ['broken YAML', 'exam: "examen\nitems: {}', 'it is not valid YAML'],
    ['another shape', '- a\n- b', 'line 1'],
  ])('refuses %s', (_, source, message) => {
    expect(wrong(source)).toContain('exams/x.yaml, ');
    expect(wrong(source)).toContain(message);
    expect(wrong(source)).toContain('Nothing was published.');
  });
});
