import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document, DocumentKind } from '../documents/document.ts';
import { processorMs } from '../testing/processor-ms.ts';
import { partition } from './partition.ts';

const documentOf = (text: string, kind: DocumentKind = 'document', title = 'Titre'): Document => ({
  id: 'doc',
  title,
  course: null,
  kind,
  language: 'fr',
  path: 'dossier/doc.md',
  text,
  firstLine: 7,
  encoding: 'utf-8',
  repaired: false,
});

const opened = (text: string, kind?: DocumentKind): string | null =>
  partition([documentOf(text, kind)]).open[0]?.text ?? null;

const under = (heading: string): string =>
  `# Le pilotage\n\nUn texte.\n\n${heading}\n\nle secret\n\n# Une suite\n\nencore`;

const rawExam = `# Examen : les bases de données
## Partie A (/10)
- [ ] vrai
- [ ] faux
- [ ] vrai
- [ ] faux
1. Le SGBD est ________ ( /2)
## Barème
10 points`;

describe('partition of whole documents', () => {
  it.each(['exam', 'solution'] as const)(
    'seals a document of kind %s, whatever it says',
    (kind) => {
      const { open, sealed } = partition([documentOf('Bonjour.\nTout va bien.', kind)]);
      expect(open).toEqual([]);
      expect(sealed).toMatchObject([{ documentId: 'doc', lines: [7, 8] }]);
    },
  );

  it('seals the items of an exam without front matter by its form, and says why', () => {
    const { open, sealed } = partition([documentOf(rawExam)]);
    expect(open[0]?.text).toMatch(/^# Examen.*\n## Partie A \(\/10\)\s*## Barème\n10 points$/s);
    expect(open[0]?.text).toHaveLength(rawExam.length);
    expect(sealed).toMatchObject([
      { what: 'exam', reason: expect.stringMatching(/Partie A.*form of an exam/) },
    ]);
  });

  it('trusts the kind of the front matter over the form', () => {
    expect(opened(rawExam, 'assignment')).toBe(rawExam);
  });

  it.each([
    [
      'a lesson that speaks of exams',
      '# Réviser\nL’examen dure 2 h.\nExamen le 12/06/2026.\n20 points',
    ],
    [
      'dates and networks beside the word “examen”',
      'Examen des journaux\n01/02/2024 02/02/2024 03/02/2024 04/02/2024 10.0.0.0/24 10.1.0.0/16\nvoir /1.1 /1.2 /2.1 /2.2',
    ],
    [
      'a checklist with rules',
      'Liste\n- [ ] a\n- [ ] b\n- [ ] c\n- [ ] d\n____\ntexte\n____\ntexte\n____',
    ],
    [
      'a table of contents with leaders beside a checklist',
      'Plan\nA ........ 1\nB ........ 2\nC ........ 3\n- [ ] a\n- [ ] b\n- [ ] c\n- [ ] d',
    ],
  ])('keeps open %s', (_, text) => {
    expect(opened(text)).toBe(text);
  });
});

describe('partition of worked solutions', () => {
  it.each([
    '## Solution',
    '## ✅ SOLUTION PROPOSÉE (exemple Banque FinTrust)',
    '## Solution : FinTrust',
    '## Exercice 2 – corrigé',
    '## IV. Correction de l’exercice 3',
    '## Éléments de correction',
    '## Answer key',
    '## Worked solution ##',
    '   ## **Solution type**',
    'Solution\n--------',
    '**✅ Correction :**',
  ])('blanks what stands under %j', (heading) => {
    expect(opened(under(heading))).not.toContain('secret');
  });

  it.each([
    '## Solutions de stockage',
    '## Solution technique',
    '## Correction d’une erreur dans les données',
    '## Résolution',
    '## Corriger une dérive',
    '**Solutions de sauvegarde**',
  ])('keeps what stands under %j', (heading) => {
    expect(opened(under(heading))).toBe(under(heading));
  });

  it('is stricter where work is set: there a “Correction …” of any name is sealed', () => {
    expect(opened(under('## Correction du plan'), 'exercise')).not.toContain('secret');
    expect(opened(`## Énoncé\n\nFaites.\n${under('## Solution FinTrust')}`)).not.toContain(
      'secret',
    );
  });

  it('never seals a part of a lesson', () => {
    expect(opened(under('## Solution'), 'lesson')).toBe(under('## Solution'));
  });

  it('ends at the next heading of the same or a higher level, not at a lower one', () => {
    const text = '## Solution\nun\n### Détail\ndeux\n## Variante\ntrois';
    expect(
      opened(text)
        ?.split('\n')
        .map((line) => line.trim()),
    ).toEqual(['', '', '', '', '## Variante', 'trois']);
  });

  it('goes on past bold lines under a bold heading, up to the next piece of work', () => {
    const text = '**Solution :**\nun\n**Étape 1**\ndeux\n**Exercice 2**\ntrois';
    expect(opened(text)?.trim()).toBe('**Exercice 2**\ntrois');
  });

  it('does not take a comment in a code fence for a heading', () => {
    const code = '## Mise en place\n```python\n# solution\nprint(1)\n```\nfin';
    expect(opened(code)).toBe(code);
    const leak = '## Solution\n```python\n# étape\nprint(1)\n```\nle secret\n## Suite';
    expect(opened(leak)?.trim()).toBe('## Suite');
  });

  it('finds a solution after a fence that is never closed', () => {
    expect(opened(`\`\`\`\ncode\n${under('## Solution')}`)).not.toContain('secret');
  });

  it('names each part once, with its heading and the lines of the file', () => {
    const { sealed } = partition([documentOf('Un\n\n## Solution\na\n### Correction\nb\n# Fin')]);
    expect(sealed).toEqual([
      {
        what: 'worked solution',
        reason: 'under the heading “Solution”',
        documentId: 'doc',
        path: 'dossier/doc.md',
        lines: [9, 12],
      },
    ]);
  });

  it('keeps the length, every line break and every line outside the sealed parts', () => {
    const line = fc.constantFrom(
      '## Solution',
      '# Titre',
      '### Détail 😊',
      'texte 👩‍🔬 accentué',
      '```',
      '',
      '**Solution**',
      '---',
      'fin\r',
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), (lines) => {
        const text = lines.join('\n');
        const { open, sealed } = partition([documentOf(text)]);
        const kept = open[0]!.text;
        expect(kept).toHaveLength(text.length);
        const inside = (at: number) =>
          sealed.some(({ lines: [from, to] }) => at + 7 >= from && at + 7 <= to);
        expect(kept.split('\n').map((one, at) => (inside(at) ? one.trim() : one))).toEqual(
          lines.map((one, at) => (inside(at) ? '' : one)),
        );
      }),
    );
  });

  it('reads a large document in less than a second', () => {
    const text = '## Solution\n```\ncode\n```\n**gras**\n# Titre\ntexte ........ \n'.repeat(5_000);
    const started = processorMs();
    partition([documentOf(text)]);
    expect(processorMs() - started).toBeLessThan(1_000);
  });
});
