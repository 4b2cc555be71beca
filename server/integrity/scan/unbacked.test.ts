import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createOptionNamer, type OptionNamer } from '../matching/option-namer.ts';
import { readConcepts } from '../reading/concepts.ts';
import { isUnbacked } from './unbacked.ts';

const roles = ['Data Engineer', 'Data Scientist', 'MLOps', 'Prompt Engineer', 'Data Steward'];
let options: OptionNamer;
beforeAll(async () => {
  options = createOptionNamer([], await readConcepts());
});
const unbacked = (sentence: string, quotes: readonly string[], near = false, asked = '') =>
  isUnbacked(sentence, quotes, { asked: options.namedIn(asked), near }, options);

describe('isUnbacked', () => {
  it('holds back any role that neither a quotation nor the question names', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...roles),
        fc.constantFrom(...roles),
        fc.boolean(),
        (said, quoted, near) => {
          const sentence = `C’est le travail du ${said}.`;
          expect(unbacked(sentence, [`Le ${quoted} travaille.`], near)).toBe(said !== quoted);
          expect(unbacked(sentence, ['Un travail.'], near, `Que fait un ${said} ?`)).toBe(false);
        },
      ),
    );
  });

  it.each(['La bonne réponse est celle-ci [1].', 'Bonne piste [1].', 'The answer is this [1].'])(
    'holds back “%s”',
    (sentence) => expect(unbacked(sentence, ['Un passage du cours.'])).toBe(true),
  );

  it('near an item, holds back what has no quotation, but for questions', () => {
    expect(unbacked('Ce travail revient à une autre équipe.', [], true)).toBe(true);
    expect(unbacked('Oui.', [], true)).toBe(true);
    expect(unbacked('Que livre ce travail, et à qui ?', [], true)).toBe(false);
    expect(unbacked('Ce travail revient à une autre équipe.', [], false)).toBe(false);
  });
});
