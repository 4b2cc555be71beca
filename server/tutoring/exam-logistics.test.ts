import { describe, expect, it } from 'vitest';
import { fakeDocument } from '../testing/fakes.ts';
import { logisticsReply } from './exam-logistics.ts';

const exam = fakeDocument(
  `# Examen

**Durée :** 120 à 150 minutes

## Les métiers

- Data Engineer : pipelines.

## PARTIE A — Choisir (/24)

**Consigne :** sans justification.

## PARTIE B — Compléter (/18)

**Consigne :** complétez.

## Barème

- A — Choisir : **/24**
- B — Compléter : **/18**

## Aide-mémoire
`,
  { kind: 'exam' },
);
const told = (question: string) => logisticsReply(question, [exam], 'fr')?.text ?? null;

describe('logisticsReply', () => {
  it.each([
    ['Combien de temps dure l’examen ?', ['120 à 150 minutes']],
    ['How long is the exam?', ['120 à 150 minutes']],
    ['كم مدة الامتحان؟', ['120 à 150 minutes']],
    ['Comment est noté l’examen ?', ['/24', '/18']],
    ['Combien de points vaut la partie B ?', ['/18']],
    ['Combien de parties y a-t-il ?', ['PARTIE A', 'PARTIE B']],
    ['Comment se passe l’examen ?', ['PARTIE A', 'PARTIE B']],
    ['How does the exam go?', ['PARTIE A', 'PARTIE B']],
    ['Faut-il justifier en partie A ?', ['sans justification']],
    ['Comment réviser ?', ['Les métiers']],
  ])('tells %j', (question, words) => {
    for (const word of words) expect(told(question)).toContain(word);
  });

  it('keeps to the part that is asked about', () => {
    expect(told('Combien de points vaut la partie B ?')).not.toContain('/24');
    expect(told('Faut-il justifier en partie A ?')).not.toContain('complétez');
  });

  it('sends to sections with something to read, and to no list of points', () => {
    expect(told('Comment réviser ?')).not.toMatch(/Aide-mémoire|Barème|PARTIE/);
  });

  it('quotes to the letter', () => {
    const { citations } = logisticsReply('Comment est noté l’examen ?', [exam], 'fr')!;
    for (const { start, end, quote } of citations) expect(exam.text.slice(start, end)).toBe(quote);
    expect(citations.map(({ marker }) => marker)).toEqual(citations.map((_, at) => at + 1));
  });

  it('says nothing where the exam says nothing, or there is none', () => {
    expect(told('Qui surveille l’examen ?')).toBeNull();
    expect(logisticsReply('Combien de temps dure l’examen ?', [], 'fr')).toBeNull();
  });
});
