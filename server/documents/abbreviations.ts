import type { Language } from '../language/detect-language.ts';

/** How a full stop after an abbreviation may still end a sentence. */
export type AbbreviationRule =
  /** A word always follows (`Dr`, `cf.`): never an end. */
  | 'never'
  /** An end unless a figure or a small letter follows (`art. 9`, `No. 5`, `etc. et`). */
  | 'sometimes';

/** Without the last full stop; capitals only where the word is always written so. */
const common: Record<AbbreviationRule, string> = {
  never: 'cf vs env approx resp ex p.ex Dr Pr Prof St Ste',
  sometimes: 'art chap eq éq etc al fig max min n no p pp sect tab vol',
};
const particular: Record<Language, Record<AbbreviationRule, string>> = {
  fr: {
    never: 'M MM Mme Mmes Mlle Mlles Me Mgr c.-à-d c-à-d av apr éd coll trad bd tél suiv op.cit',
    sometimes: 'n° nº nos hab J.-C',
  },
  en: {
    never: 'Mr Mrs Ms Jr Sr Gen Rev Hon e.g i.e viz incl',
    sometimes: 'ch ed Inc Ltd Corp Co a.m p.m Ph.D',
  },
};

/**
 * The rule of the abbreviation that stands before a full stop, if it is one.
 *
 * Without a language both lists apply: courses in French are full of English names.
 * @param word the characters before the full stop, without it
 */
export function abbreviationRule(word: string, language?: Language): AbbreviationRule | undefined {
  const tables =
    language === undefined
      ? [shared, byLanguage.fr, byLanguage.en]
      : [shared, byLanguage[language]];
  for (const table of tables) {
    const rule = table.get(word) ?? table.get(word.toLowerCase());
    if (rule !== undefined) return rule;
  }
  return undefined;
}

function toTable(words: Record<AbbreviationRule, string>): ReadonlyMap<string, AbbreviationRule> {
  const rules: readonly AbbreviationRule[] = ['never', 'sometimes'];
  return new Map(
    rules.flatMap((rule) => words[rule].split(' ').map((word) => [word, rule] as const)),
  );
}

const shared = toTable(common);
const byLanguage = { fr: toTable(particular.fr), en: toTable(particular.en) };
