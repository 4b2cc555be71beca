import type { PromptNeed } from '../contract/evals.ts';

/**
 * What the rules of the answer prompt have to say, by the words that say it. The first three are the protocol that the
 * citation gate and `reply-directive.ts` read, to the letter; the others can be worded in many ways, so that a rule in
 * other words may be taken for missing, which is only said and never refused.
 */
const signs: Readonly<Record<PromptNeed, RegExp>> = {
  citation: /\[\[\s*n\s*\|/i,
  abstain: /\[\[abstain\]\]/,
  clarify: /\[\[clarify\]\]/,
  data: /\b(?:data|données|orders|ordres|instructions|consignes)\b/i,
  explain: /\b(?:hand(?:ed)? in|deliverables?|livrables?|rendus?|à la place)\b/i,
};

/** What rules leave out that the tutor needs of them; empty for good ones. */
export const missingFromRules = (rules: string): readonly PromptNeed[] =>
  (Object.keys(signs) as readonly PromptNeed[]).filter((need) => !signs[need].test(rules));
