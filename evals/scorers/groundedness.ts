import { foldForFacts } from './facts.ts';

/** A quotation and the marker by which the text refers to it. */
type Quoted = { readonly marker: number; readonly quote: string; readonly documentId: string };

/** A sentence of an answer that its quotations do not bear, and why. */
export type Ungrounded = {
  readonly sentence: string;
  readonly reason: 'no quotation' | 'other words' | 'a number' | 'a name' | 'a negation';
};

/** How many sentences of an answer state something, and which of them nothing bears. */
export type Groundedness = {
  readonly sentences: number;
  readonly ungrounded: readonly Ungrounded[];
};

/** Share of a sentence's content words that its quotations must hold. */
const minCoverage = 0.6;
/** A sentence with fewer content words states too little to be checked: a lead-in, "Oui.". */
const minWords = 3;

/**
 * Checks every sentence of an answer against the quotations that it cites, without a model: most of its content words,
 * and every number, every name and the negation of the sentence must be in them. Words alone let a changed number or a
 * "ne … pas" through; the three guards are for these.
 *
 * For answers in the language of their quotations. *Misses:* a false sentence made of the quotation's own words, and a
 * right one that says it in other words counts as ungrounded.
 */
export function groundedness(text: string, citations: readonly Quoted[]): Groundedness {
  const stating = sentencesOf(text).filter(
    ({ plain }) => contentWords(plain).length >= minWords && !plain.endsWith(':'),
  );
  const ungrounded = stating.flatMap(({ plain, markers }): readonly Ungrounded[] => {
    const quoted = citations.filter(({ marker }) => markers.includes(marker));
    const reason = whyUngrounded(plain, quoted.map(({ quote }) => quote).join('\n'));
    return reason ? [{ sentence: plain.slice(0, 200), reason }] : [];
  });
  return { sentences: stating.length, ungrounded };
}

/** Share of the quotations of an answer that overlap a gold place; `null` without quotations. */
export function goldShare(
  citations: readonly {
    readonly documentId: string;
    readonly start: number;
    readonly end: number;
  }[],
  gold: readonly { readonly documentId: string; readonly start: number; readonly end: number }[],
): number | null {
  if (citations.length === 0) return null;
  const overlapping = citations.filter((citation) =>
    gold.some(
      ({ documentId, start, end }) =>
        documentId === citation.documentId && start < citation.end && citation.start < end,
    ),
  );
  return overlapping.length / citations.length;
}

const sentencesOf = (text: string) =>
  text.split(/(?<=[.!?…](?: \[\d{1,3}\])*)\s+|\n+/).map((sentence) => ({
    plain: sentence
      .replace(/\s*\[\d{1,3}\]/g, '')
      .replace(/^[\s>#*\-|]+/, '')
      .trim(),
    markers: [...sentence.matchAll(/\[(\d{1,3})\]/g)].map(([, marker]) => Number(marker)),
  }));

function whyUngrounded(sentence: string, quoted: string): Ungrounded['reason'] | null {
  if (quoted === '') return 'no quotation';
  const has = new Set(contentWords(quoted));
  const words = contentWords(sentence);
  const covered = words.filter((word) => has.has(word)).length;
  if (covered / words.length < minCoverage) return 'other words';
  const numbers = new Set(numbersOf(quoted));
  if (numbersOf(sentence).some((number) => !numbers.has(number))) return 'a number';
  const folded = foldForFacts(quoted);
  if (namesOf(sentence).some((name) => !folded.includes(foldForFacts(name)))) return 'a name';
  return isNegated(sentence) === isNegated(quoted) ? null : 'a negation';
}

/** Words of four letters and more, accents folded, without their plural. */
const contentWords = (text: string): readonly string[] =>
  (foldForFacts(text).match(/\p{L}{4,}/gu) ?? []).map((word) => word.replace(/[sx]$/, ''));

const numbersOf = (text: string): readonly string[] =>
  (text.match(/\d+(?:[.,]\d+)*/g) ?? []).map((number) => number.replace(',', '.'));

/** Capitalised words that do not begin the sentence. */
const namesOf = (sentence: string): readonly string[] =>
  (sentence.match(/(?<=\p{Ll}[,;]? )\p{Lu}[\p{L}\d]{2,}/gu) ?? []).filter(
    (name) => !/^(?:The|This|Les?|La|Une?|Il|Elle)$/.test(name),
  );

const isNegated = (text: string): boolean =>
  /(?:\bn['’]|\bne\s)[^.;]{0,40}?\b(?:pas|jamais|plus|aucune?|rien|ni)\b|\b(?:aucune?|not|never|no|cannot)\b|n['’]t\b|\bsans\b|\bwithout\b/i.test(
    text,
  );
