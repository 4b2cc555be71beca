import type { ConceptLexicon } from '../reading/concepts.ts';
import { fold, words } from './fold.ts';

/** What a message can want of a solved exercise: the work done, or what only its solution holds. */
const production = words(
  'redige\\w*|ecris|ecrire|ecrivez|fais|faites|construis\\w*|complet\\w+|propose\\w*|remplis\\w*|write|draft|build|make|complete|fill|redacta\\w*|escrib\\w+|haz(?:me)?|donne\\w* moi (?:un|une|le|la)|give me (?:an?|the)|dame (?:un|una|el|la)|اكتب|انجز',
);
const monthly = words('mois (?:par mois|\\d)|month (?:by month|\\d)|mes (?:a mes|\\d)');
const solved = words(
  'solutions?|corriges?|correction|solucion(?:es)?|seuils?|thresholds?|umbral(?:es)?|kris?|quick wins?|parades?|حل|ال?عتبات',
);
/** Words of a title that name the work, from this length on; a name that is no notion of the course, from that. */
const tellingLength = 4;
const nameLength = 6;
/** Of these, or of months, which weigh two, so many are the work itself. */
const enoughOfWork = 3;

/** Tells whether a message wants the work of which a worked solution exists. */
export type WorkReader = (message: string) => boolean;

/**
 * Makes the reader of one solution: "rédige le plan de pilotage de …" wants the work done, "les seuils de …" what only the
 * solution says. The objectives that the statement prints are asked for without either.
 * @param title the title of the solution
 */
export function createWorkReader(
  title: string,
  lexicon: Pick<ConceptLexicon, 'conceptsIn'>,
): WorkReader {
  const telling = wordsOf(title).filter(
    (word) => word.length >= tellingLength && !solved.test(word),
  );
  const names = telling.filter(
    (word) => word.length >= nameLength && lexicon.conceptsIn(word).size === 0,
  );
  return (message) => {
    const text = fold(message);
    const said = new Set(wordsOf(message));
    const named = new Set(telling.filter((word) => said.has(word))).size;
    if (named === 0) return false;
    const byName = names.some((name) => said.has(name));
    if (byName && (solved.test(text) || monthly.test(text))) return true;
    return production.test(text) && named + (monthly.test(text) ? 2 : 0) >= enoughOfWork;
  };
}

const wordsOf = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
