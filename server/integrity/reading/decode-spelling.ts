import { joinRuns, toPiece } from './join-runs.ts';
import { isPlausible, languageGain } from './plausible-text.ts';

/** Letters in a row, spelt one by one, that are meant to be words even when run together into words no list has. */
const surelySpelt = 10;
/** …and when a known word shows among them. */
const maybeSpelt = 6;
const oneKnownWord = 1.5;

/** Letters spelt one by one put together again: "D a t a  E n g", "d-a-t-a". */
export function decodeSpaced(text: string): readonly string[] {
  const single = /(?<![\p{L}\p{N}\p{M}])[\p{L}\p{N}]\p{M}*(?![\p{L}\p{N}\p{M}])/gu;
  const joined = joinRuns(text, [...text.matchAll(single)].map(toPiece));
  if (joined === null) return [];
  const { decoded, spelt } = joined;
  const letters = spelt.match(/\p{L}/gu)?.length ?? 0;
  const digits = spelt.match(/\p{N}/gu)?.length ?? 0;
  if (digits > letters) return [];
  const meant =
    (letters >= surelySpelt && isVaried(spelt)) ||
    (letters >= maybeSpelt && languageGain(spelt) >= oneKnownWord);
  return meant || isPlausible(spelt) ? [decoded] : [];
}

/** Signs that no language writes inside a word. */
const wordBreak = /(?<=\p{L})[|¦^~•]+(?=\p{L})/gu;
/** Fewer of them part columns or choices. */
const leastBreaks = 3;

/** Words broken by signs put together again: "char|ger des fi|chiers". */
export function decodeBroken(text: string): readonly string[] {
  const breaks = text.match(wordBreak)?.length ?? 0;
  return breaks >= leastBreaks ? [text.replace(wordBreak, '')] : [];
}

/** Numbers of letters: "4-1-20-1 5-14-7". */
export function decodeNumbers(text: string): readonly string[] {
  const number = /(?<![\p{L}\d])0?(?:1\d|2[0-6]|[1-9])(?![\p{L}\d])/gu;
  const pieces = [...text.matchAll(number)].map((match) => ({
    ...toPiece(match),
    value: String.fromCharCode(96 + Number(match[0])),
  }));
  const joined = joinRuns(text, pieces);
  return joined !== null && isPlausible(joined.spelt) ? [joined.decoded] : [];
}

const morse = new Map(
  'a.- b-... c-.-. d-.. e. f..-. g--. h.... i.. j.--- k-.- l.-.. m-- n-. o--- p.--. q--.- r.-. s... t- u..- v...- w.-- x-..- y-.-- z--.. 0----- 1.---- 2..--- 3...-- 4....- 5..... 6-.... 7--... 8---.. 9----.'
    .split(' ')
    .map((pair) => [pair.slice(1), pair.charAt(0)] as const),
);

/** Morse code, words parted by "/", "|" or more space. */
export function decodeMorse(text: string): readonly string[] {
  const dotted = text.replace(/[·•∙]/g, '.').replace(/[–—−_]/g, '-');
  const pieces = [...dotted.matchAll(/(?<![^\s/|])[.-]{1,5}(?![^\s/|])/g)].flatMap((match) => {
    const value = morse.get(match[0]);
    return value === undefined ? [] : [{ ...toPiece(match), value }];
  });
  const joined = joinRuns(dotted, pieces);
  return joined !== null && isPlausible(joined.spelt) ? [joined.decoded] : [];
}

/** Whether letters could be words: a responsibility matrix is full of single letters too, four of them. */
const isVaried = (text: string): boolean => new Set(text.toLowerCase().match(/\p{L}/gu)).size >= 5;
