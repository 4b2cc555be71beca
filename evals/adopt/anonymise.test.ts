import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anonymise } from './anonymise.ts';

const course =
  'Nathan Marz a proposé l’architecture Lambda. Apache Kafka, Power BI, Data Engineer.'.toLowerCase();
const known = (text: string) => course.includes(text.toLowerCase());
const scrub = (text: string) => anonymise(text, known).text;

describe('anonymise', () => {
  it.each([
    ['Écris à marie.durand@exemple.fr stp', 'Écris à [e-mail] stp'],
    ['mon tel 06 12 34 56 78', 'mon tel [téléphone]'],
    ['appelle le +33 6 12 34 56 78 !', 'appelle le [téléphone] !'],
    ['0612345678', '[téléphone]'],
    ['Je m’appelle Inès Benali et je bloque', 'Je m’appelle [nom] et je bloque'],
    ["je m'appelle karim", "je m'appelle [nom]"],
    ['My name is Jane O’Brien.', 'My name is [nom].'],
    ['Mme Lefèvre a dit 48 h', 'Mme [nom] a dit 48 h'],
    ['Paul DUPONT me dit que Kafka est lent', '[nom] me dit que Kafka est lent'],
    ['Ma copine Zoé Martin-Leroy aussi', 'Ma copine [nom] aussi'],
    ['numéro étudiant : 20231234', 'numéro étudiant : [numéro]'],
    ['INE 1234567890A', 'INE [numéro]'],
    ['sécu 1 85 05 78 006 084 36', 'sécu [numéro]'],
    ['IBAN FR76 3000 6000 0112 3456 7890 189', 'IBAN [numéro]'],
    ['suis-moi @ines_b', 'suis-moi [compte]'],
    ['Merci,\nKarim', 'Merci,\n[nom]'],
  ])('replaces in %j what names a person', (text, expected) => {
    expect(scrub(text)).toBe(expected);
  });

  it.each([
    'Qui est Nathan Marz ?',
    'Apache Kafka garde les messages combien de temps ?',
    'Quel RPO pour 24 h, 1 500 € et 99,95 % ?',
    'Explique Lambda',
    'Pourquoi Power BI plutôt que Kafka ?',
    'Un taux de 12 345,67 en 2024-2025',
    'What does a Data Engineer do?',
    'merci, et Kafka ?',
  ])('leaves %j as it is', (text) => {
    expect(anonymise(text, known)).toEqual({ text, replaced: 0 });
  });

  it('leaves no address, whatever stands around it', () => {
    const local = fc.stringMatching(/^[a-z][a-z0-9._-]{0,12}$/);
    fc.assert(
      fc.property(fc.string(), local, fc.string(), (before, name, after) => {
        expect(scrub(`${before} ${name}@exemple.fr ${after}`)).not.toContain(`${name}@exemple.fr`);
      }),
    );
  });
});
