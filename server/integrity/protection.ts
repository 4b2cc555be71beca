import type { Document } from '../documents/document.ts';
import { itemKey } from './ledger.ts';
import type { ConceptLexicon } from './reading/concepts.ts';
import type { Partition } from './partition.ts';
import { buildRegisterInSteps, solutionOwner } from './register/build-register.ts';
import type { ExamFile } from './register/exam-file.ts';
import type { Register } from './register/register.ts';
import type { Steps } from './run-at-once.ts';
import { type SealedGrams, sealedGramsInSteps } from './scan/sealed-grams.ts';
import { type SolutionValues, solutionValuesInSteps } from './scan/solution-values.ts';

/** Everything by which sealed matter is recognised, without the matter itself. */
export type Protection = {
  readonly register: Register;
  readonly grams: SealedGrams;
  readonly values: SolutionValues;
  readonly lexicon: ConceptLexicon;
  /** Item ids that the course uses as words of its own, such as `F1`. */
  readonly ambiguousIds: ReadonlySet<string>;
};

/**
 * Builds the protection of a corpus in parts, so that other work can be done between them.
 * @throws {TutorError} `corpus-invalid` when a trainer's register is wrong
 */
export function* protectInSteps(
  parted: Partition,
  files: readonly ExamFile[],
  lexicon: ConceptLexicon,
): Steps<Protection> {
  const publicTexts = parted.open.map(({ text }) => text);
  const grams = yield* sealedGramsInSteps(sealedTexts(parted), publicTexts);
  const values = yield* solutionValuesInSteps(
    parted.solutions.map(({ text }) => text),
    publicTexts,
  );
  const rolesIn = (text: string) => lexicon.rolesIn(text);
  const register = yield* buildRegisterInSteps(parted, files, { rolesIn, grams });
  yield;
  return { register, grams, values, lexicon, ambiguousIds: idsInCourse(register, parted.open) };
}

/** Statements, options and steps each by itself: two neighbours on a page are no text. */
function sealedTexts({ exams, solutions }: Partition) {
  const items = exams.flatMap(({ document, items }) =>
    items.flatMap(({ id, stem, options }) =>
      [stem, options.join(' '), ...options].map((text) => ({
        owner: itemKey({ exam: document.id, id }),
        text,
      })),
    ),
  );
  return [...items, ...solutions.map(({ text }, at) => ({ owner: solutionOwner(at), text }))];
}

function idsInCourse({ items }: Register, open: readonly Document[]): ReadonlySet<string> {
  return new Set(
    items
      .map(({ id }) => id)
      .filter((id) => {
        const word = new RegExp(`(?<![\\p{L}\\p{N}])${id}(?![\\p{L}\\p{N}])`, 'u');
        // Looking for the bare letters is quick, and most texts do not hold them.
        return open.some(({ text }) => text.includes(id) && word.test(text));
      }),
  );
}
