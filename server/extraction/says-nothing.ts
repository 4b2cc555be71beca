import { askedThing, headIsAsked } from './asked-head.ts';
import type { Candidate } from './candidates.ts';
import { definition } from './form-signs.ts';
import type { Focus, ParsedQuestion } from './parse-question.ts';
import { around, names } from './score-candidate.ts';
import type { Selection } from './selection.ts';

/** Words beyond the names of the things compared from which a statement says something of them. */
const fewest = 2;
/** How sure a definition under another name must be; below, the other name is merely mentioned. */
const defines = 0.8;
const asksForMeaning =
  /\b(?:(?:c'est|cest) quoi|qu'est[- ]ce qu[e']|que (?:signifie|veut dire)|veut dire quoi|definition d[eu']|definis|what(?:'s| is| are)|what does .+ mean|define)/;

/**
 * True when a selection only names what was asked about: a difference of which one side is but a name, or a definition of
 * a thing that the sources mention and never introduce.
 */
export function saysNothing(
  { parts }: Selection,
  question: ParsedQuestion,
  candidates: readonly Candidate[],
): boolean {
  const { sides, form, folded } = question;
  if (sides) {
    const told = parts.map(({ candidate }) => candidate);
    return !told.some((one) => saysMore(one, sides.flat())) && sides.every(isKnown);
  }
  const thing = askedThing(question);
  return (
    form === 'definition' &&
    asksForMeaning.test(folded) &&
    thing.length === 1 &&
    isKnown(thing) &&
    !candidates.some((candidate) => introduces(candidate, thing))
  );
}

const isKnown = (side: readonly Focus[]): boolean => side.every(({ known }) => known);

/** Names one of them, or stands under it, and has words of its own. */
const saysMore = (candidate: Candidate, sides: readonly Focus[]): boolean =>
  sides.some((focus) => names(candidate.own, focus) > 0 || around(candidate, focus) > 0.5) &&
  candidate.own.list.filter(
    (stem) => !sides.some((focus) => names({ list: [stem], set: new Set([stem]) }, focus) > 0),
  ).length >= fewest;

/** A definition, or any statement with the very word as its subject; or one under a heading that names it. */
function introduces(candidate: Candidate, thing: readonly Focus[]): boolean {
  const defined = definition(candidate, thing);
  return (
    headIsAsked(candidate, thing) ||
    defined >= defines ||
    (defined > 0 && thing.every((focus) => candidate.words.some((one) => spells(one, focus)))) ||
    thing.every(
      (focus) => names(candidate.home.heading, focus) + names(candidate.home.title, focus) > 0,
    )
  );
}

const spells = (written: string, { word }: Focus): boolean =>
  written === word || written === `${word}s`;
