import type { Language } from './document.ts';

/** How a full stop after an abbreviation may still end a sentence. */
export type AbbreviationRule =
  /** A word always follows (`Dr`, `cf.`): never an end. */
  | 'never'
  /** An abbreviation only before a figure (`art. 9`, `No. 5`). */
  | 'before-number'
  /** May close a sentence (`etc.`, `a.m.`): an end where a capital follows. */
  | 'before-capital';

type Words = Record<AbbreviationRule, string>;

/** Without the last full stop; upper case only where the word is always written so. */
const common: Words = {
  never: 'cf vs env approx resp ex p.ex Dr Pr Prof St Ste',
  'before-number': 'fig art no vol chap p pp n sect tab éq eq',
  'before-capital': 'etc min max al',
};
const words: Record<Language, Words> = {
  fr: {
    never:
      'M MM Mme Mmes Mlle Mlles Me Mgr c.-à-d c-à-d càd av apr éd coll trad bd tél suiv ib ibid op.cit',
    'before-number': 'nº n° nos',
    'before-capital': 'J.-C hab',
  },
  en: {
    never: 'Mr Mrs Ms Jr Sr Gen Rev Hon e.g i.e viz ca incl',
    'before-number': 'ch ed',
    'before-capital': 'Inc Ltd Corp Co a.m p.m U.S U.K Ph.D',
  },
};

/**
 * The rule of the abbreviation that stands before a full stop, if it is one.
 *
 * Without a language both lists apply: courses in French are full of English names.
 * @param word the characters before the full stop, without it
 */
export function abbreviationRule(word: string, language?: Language): AbbreviationRule | undefined {
  for (const table of language === undefined ? tables : [tables[0]!, tableOf[language]]) {
    const rule = table.get(word) ?? table.get(word.toLowerCase());
    if (rule !== undefined) return rule;
  }
  return undefined;
}

function toTable(entries: Words): ReadonlyMap<string, AbbreviationRule> {
  const rules = Object.keys(entries) as AbbreviationRule[];
  return new Map(
    rules.flatMap((rule) => entries[rule].split(' ').map((word) => [word, rule] as const)),
  );
}

const tableOf = { fr: toTable(words.fr), en: toTable(words.en) };
const tables = [toTable(common), tableOf.fr, tableOf.en];
