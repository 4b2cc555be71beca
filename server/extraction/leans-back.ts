import type { Candidate } from './candidates.ts';

const pronoun =
  /^(?:il|elle|ils|elles|celui-ci|celle-ci|ceux-ci|celles-ci|cela|ceci|ce dernier|cette derniere|it|they|he|she|this|these) /;
/** "Il faut", "elle-même": nobody is meant, or the word goes on. */
const impersonal =
  /^(?:il (?:faut|s'agit|existe|y a|est (?:possible|important|necessaire|preferable))|it is (?:possible|important|necessary|better))\b/;

/** True for a sentence that begins with a pronoun for what the sentence before it names. */
export const leansBack = ({ kind, folded }: Candidate): boolean =>
  kind === 'sentence' && pronoun.test(folded) && !impersonal.test(folded);

/** True when it does and none of these is the statement before it, nor one that stands just before that. */
export const hasNoAntecedent = (
  candidate: Candidate,
  parts: readonly { readonly candidate: Candidate }[],
): boolean =>
  leansBack(candidate) &&
  !parts.some(
    ({ candidate: { quote, source } }) =>
      source === candidate.source &&
      (quote === candidate.before?.quote || quote === candidate.before?.before?.quote),
  );
