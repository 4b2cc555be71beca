import type { Candidate } from './candidates.ts';
import type { Focus, ParsedQuestion } from './parse-question.ts';
import { around, names } from './score-candidate.ts';

/** Words of every other passage name nothing in particular. */
const rareEnough = 0.55;
const manyNamed: ReadonlySet<ParsedQuestion['form']> = new Set(['difference']);

/**
 * Keeps to what a question calls by a proper name ("FinTrust"): documents of which no statement here names it are left
 * out, and so are its siblings in a list of such names with all that stands below them. Every candidate stays when none
 * would be left.
 */
export function keepToName(
  candidates: readonly Candidate[],
  { form, foci }: Pick<ParsedQuestion, 'form' | 'foci'>,
): readonly Candidate[] {
  if (manyNamed.has(form)) return candidates;
  const named = foci.filter(
    (focus) => focus.own && !focus.formal && focus.known && focus.weight >= rareEnough,
  );
  const proper = named.filter((focus) => isProperName(focus, candidates));
  if (proper.length === 0) return candidates;
  const siblings = siblingsOf(proper, candidates);
  const isOf = (one: Candidate) =>
    proper.some((focus) => names(one.own, focus) > 0 || around(one, focus) > 0);
  const documents = new Set(candidates.filter(isOf).map(({ home }) => home.document));
  const kept = candidates.filter(
    (candidate) =>
      // A document about several is of none of them.
      (siblings.length > 0 ? isOf(candidate) : documents.has(candidate.home.document)) &&
      !siblings.some((one) => one === candidate || isBelow(candidate, one)),
  );
  return kept.length === 0 ? candidates : kept;
}

/** Written with a capital inside ("ShopNow", not "shopnow"), wherever the sources write it. */
function isProperName({ word }: Focus, candidates: readonly Candidate[]): boolean {
  if (word.length < 5) return false;
  const written = candidates.flatMap(({ shown, folded, home }) =>
    [folded.includes(word) ? shown : '', `${home.document} ${home.section}`].flatMap(
      (text) => text.match(/[\p{L}\p{N}]+/gu)?.filter((one) => one.toLowerCase() === word) ?? [],
    ),
  );
  return written.length > 0 && written.every((one) => /^\p{Lu}.*\p{Ll}\p{Lu}/u.test(one));
}

/** Items of a list of which just one has the name in its head, that one left out. */
function siblingsOf(
  proper: readonly Focus[],
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const holders = candidates.filter(
    ({ head, group }) =>
      group !== null &&
      head?.aliases.some((alias) => proper.some((focus) => names(alias, focus) === 1)),
  );
  return holders.flatMap((holder) => {
    const list = candidates.filter(({ group }) => group === holder.group);
    const others = list.filter((one) => !holders.includes(one));
    return others.length === list.length - 1 ? others : [];
  });
}

const isBelow = (candidate: Candidate, above: Candidate): boolean =>
  candidate.source === above.source &&
  candidate.leadIn !== null &&
  above.quote.includes(candidate.leadIn.quote);
