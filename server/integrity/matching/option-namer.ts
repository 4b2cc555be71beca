import type { RegisterItem } from '../register/register.ts';
import type { ConceptLexicon } from '../reading/concepts.ts';
import { fold } from './fold.ts';

/** Finds which options of exam items a text names: roles by any of their names, anything else by its label. */
export type OptionNamer = {
  /** Roles that the text names in whatever language, and labels that are no role's name. */
  namedIn(text: string): ReadonlySet<string>;
  /** Labels of the item's exam that the text names, abbreviations too. */
  labelsIn(text: string, item: RegisterItem): ReadonlySet<string>;
};

/** Labels this short are words of the language as well ("DE", "BI"): only their capitals count. */
const shortLabel = 3;

export function createOptionNamer(
  items: readonly RegisterItem[],
  lexicon: Pick<ConceptLexicon, 'spansIn' | 'kindOf'>,
): OptionNamer {
  /** Roles by more than an abbreviation that is a word of the course as well: "la BI" is no job. */
  const rolesIn = (text: string): ReadonlySet<string> =>
    new Set(
      lexicon
        .spansIn(text)
        .filter(({ concept, start, end }) => lexicon.kindOf(concept) === 'role' && end - start > 2)
        .map(({ concept }) => concept),
    );
  const labels = new Map<string, RegExp>();
  const strange = new Set<string>();
  for (const { labels: printed } of items) {
    for (const label of printed) {
      if (labels.has(label)) continue;
      labels.set(label, labelPattern(label));
      if (rolesIn(label).size === 0 && label.length > shortLabel) strange.add(label);
    }
  }
  const says = (text: string, folded: string, label: string): boolean =>
    label.length <= shortLabel ? labels.get(label)!.test(text) : labels.get(label)!.test(folded);
  return {
    namedIn(text) {
      const named = new Set(rolesIn(text));
      const folded = fold(text);
      for (const label of strange) if (says(text, folded, label)) named.add(label);
      return named;
    },
    labelsIn(text, item) {
      const folded = fold(text);
      return new Set(item.labels.filter((label) => says(text, folded, label)));
    },
  };
}

function labelPattern(label: string): RegExp {
  const text = label.length <= shortLabel ? label : fold(label);
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u');
}
