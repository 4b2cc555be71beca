import type { Token } from './token.ts';

/** For each token, the position of the word that denies it, or `null`. */
export type Denials = readonly (number | null)[];

const closers = new Set([
  'pas',
  'plus',
  'jamais',
  'aucun',
  'aucune',
  'rien',
  'ni',
  'nul',
  'guere',
  'point',
]);
/** After a denial these soften it: "pas seulement", "not only", "n’utilise que". */
const softeners = new Set([
  'seulement',
  'uniquement',
  'que',
  'qu',
  'only',
  'just',
  'mal',
  'forcement',
  'necessarily',
  'simplement',
]);
/** A clause that begins so says something new. */
const newClause = new Set(
  `mais car donc puis or but because so then nous on je j il elle ils elles we i they it he she vous tu you plutot seulement uniquement
  cependant toutefois however instead rather afin pour parce puisque ce c cela ceci this that les le la the`.split(
    /\s+/,
  ),
);
const endsAnywhere = new Set([
  'mais',
  'car',
  'donc',
  'but',
  'because',
  'puisque',
  'parce',
  'afin',
  'pour',
  'so',
]);
const contracted = new Set(
  `don doesn didn won isn aren wasn weren can couldn shouldn wouldn hasn haven`.split(/\s+/),
);
const written = new Set([
  'cannot',
  'dont',
  'doesnt',
  'wont',
  'cant',
  'isnt',
  'never',
  'neither',
  'nor',
]);
const rejections =
  /^(?:exclu(?:re|ons|ent|s|t|ant|de|des|ded|ding)?|renonc\w*|rejet\w*|refus\w*|ignor\w*|ecarton\w*|ecarte|inutile\w*|unnecessary|useless)$/;
/** Verbs by which something is taken up, or not. */
const rejecting =
  /^(?:utilis|pren|prend|gard|exploit|lir|lis|reti|retien|trait|consider|emploi|employ|conserv|regard)/;
/** As many words after `sans`, `aucun`, `no`, `without` are denied. */
const shortScope = 5;

/**
 * Which words of a sentence are denied, in French and English, with or without "ne". The scope of a denial is its
 * clause; "sans", "aucun", "no" and "without" deny a few words only.
 */
export function denials(tokens: readonly Token[]): Denials {
  const denied: (number | null)[] = tokens.map(() => null);
  const word = (at: number): string => tokens[at]?.word ?? '';
  const deny = (from: number, by: number, longest = Infinity) => {
    for (let at = from; at < tokens.length && at < from + longest; at += 1) {
      const { before } = tokens[at]!;
      if (at > from) {
        if (before === 'stop' || endsAnywhere.has(word(at))) return;
        if (before === 'comma' && (longest !== Infinity || opensClause(at))) return;
      }
      denied[at] ??= by;
    }
  };
  /** "Les capteurs sont nombreux, nous ne les utiliserons pas": the pronoun stands for what came before. */
  const denyBefore = (by: number) => {
    for (let at = by - 1; at >= 0; at -= 1) denied[at] ??= by;
  };
  /** A comma inside an enumeration goes on denying; before a subject it does not. */
  const opensClause = (at: number): boolean => newClause.has(word(at)) && !isListed(at);
  const isListed = (at: number): boolean =>
    ['les', 'le', 'la', 'the'].includes(word(at)) && !hasVerbAfter(tokens, at);

  for (let at = 0; at < tokens.length; at += 1) {
    const one = word(at);
    const next = word(at + 1);
    if (one === 'ne' || one === 'n') {
      const closer = findCloser(tokens, at);
      if (closer === null || softeners.has(word(closer + 1))) continue;
      deny(at, at);
      if (/^(?:les?|la|l)$/.test(next) && rejecting.test(word(at + 2))) denyBefore(at);
    } else if (
      one === 'pas' &&
      word(at - 1) !== 'pourquoi' &&
      !softeners.has(next) &&
      next !== 'a'
    ) {
      deny(at, at);
    } else if (one === 'not' && !softeners.has(next)) deny(at, at);
    else if (one === 't' && contracted.has(word(at - 1)) && !softeners.has(next)) deny(at, at);
    else if (written.has(one)) deny(at, at);
    else if (one === 'sans' || one === 'without') deny(at, at, shortScope);
    else if (/^aucune?$/.test(one) || (one === 'no' && !/^(?:later|more|less|doubt)$/.test(next))) {
      deny(at, at, shortScope + 1);
    } else if (one === 'ni') deny(at, at, shortScope);
    else if (rejections.test(one)) deny(at, at);
    else if ((one === 'instead' && next === 'of') || (one === 'rather' && next === 'than')) {
      deny(at, at, shortScope + 2);
    } else if (one === 'lieu' && next.startsWith('d')) deny(at, at, shortScope + 2);
    else if (one === 'plutot' && next.startsWith('qu')) deny(at, at, shortScope + 2);
  }
  return denied;
}

/** Where "ne" is closed, within six words. */
function findCloser(tokens: readonly Token[], from: number): number | null {
  for (let at = from + 1; at < tokens.length && at <= from + 6; at += 1) {
    const { word, before } = tokens[at]!;
    if (before === 'stop') return null;
    if (closers.has(word)) return at;
    if (word === 'que' || word === 'qu') return null;
  }
  return null;
}

/** Whether a clause with a verb of ours begins here, rather than one more thing in a list. */
function hasVerbAfter(tokens: readonly Token[], from: number): boolean {
  for (let at = from + 1; at < tokens.length && at <= from + 5; at += 1) {
    const { word, before } = tokens[at]!;
    if (before !== 'nothing') return false;
    if (
      /^(?:est|sont|sera|seront|peut|peuvent|doit|doivent|permet|permettent|is|are|will|can|must|a|ont|has|have)$/.test(
        word,
      )
    )
      return true;
  }
  return false;
}
