/** What French and English add to a stem, as the stemmers leave it. */
const endings = new Set(
  ' e i s t al at ation ant ment eur euse if iv ic iqu iqua icat er age abl abilit ist ism it ite is isat isation or ion oir ent enc anc'.split(
    ' ',
  ),
);
const shortestFamily = 5;

/** Stems of one family: a shared beginning of at least five letters, and two endings of the language. */
export function sameFamily(a: string, b: string): boolean {
  if (a.slice(0, shortestFamily) !== b.slice(0, shortestFamily)) return false;
  if (Math.min(a.length, b.length) < shortestFamily) return false;
  let shared = shortestFamily;
  while (shared < a.length && a[shared] === b[shared]) shared += 1;
  return endings.has(a.slice(shared)) && endings.has(b.slice(shared));
}

/** Shortest word that may be taken for a slip of another, in letters. */
const shortestSlip = 5;
/** Share of their pairs of letters that a word and its slip have in common (Dice). */
const alike = 0.65;

/** True when a stem and a word share most of their pairs of letters and the first one. */
export function resembles(stem: string, word: string): boolean {
  if (word.length < shortestSlip || stem.length < shortestSlip - 1 || stem[0] !== word[0])
    return false;
  if (Math.abs(stem.length - word.length) > 3) return false;
  const pairs = new Set<string>();
  for (let at = 1; at < word.length; at += 1) pairs.add(word.slice(at - 1, at + 1));
  let shared = 0;
  for (let at = 1; at < stem.length; at += 1)
    if (pairs.has(stem.slice(at - 1, at + 1))) shared += 1;
  return (2 * shared) / (pairs.size + stem.length - 1) >= alike;
}
