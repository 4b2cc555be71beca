import { decodeWindows1252 } from './windows-1252.ts';

/** Fewest broken characters that make mojibake certain. */
const minRuns = 3;
/** Share of a text's non-ASCII characters that must belong to broken characters. */
const minShare = 0.8;
/** Passes: a text that was broken twice needs two, three times three. */
const maxPasses = 4;

/**
 * What a broken character may decode to: Latin, Greek, combining accents, punctuation, currency, symbols, emoji.
 *
 * Armenian, Cyrillic, CJK and the rarer Latin letters are left out on purpose: clean French such as `’é`, `–é`, `«É` or
 * `é «` is, read as bytes, valid UTF-8 for one of those.
 */
const plausible: readonly (readonly [first: number, last: number])[] = [
  [0x80, 0x17f], // Latin; the controls at 80–9F come up inside text that was broken twice
  [0x192, 0x192], // ƒ
  [0x1a0, 0x1a1], // ơ
  [0x1af, 0x1b0], // ư
  [0x218, 0x21b], // ș ț
  [0x2c6, 0x2c7], // ˆ ˇ
  [0x2d8, 0x2dd], // ˘ ˙ ˚ ˛ ˜ ˝
  [0x300, 0x3ff], // combining accents, Greek
  [0x1e00, 0x2bff], // Latin with two accents, old Greek, punctuation, currency, symbols
  [0xf8ff, 0xf8ff], // the apple of Mac Roman, in emoji that were broken twice
  [0xfb00, 0xfb06], // ﬁ ﬂ
  [0xfe0e, 0xfe0f], // emoji as text, as picture
  [0xfeff, 0xfeff], // byte order mark
  [0x1d400, 0x1d7ff], // mathematical letters
  [0x1f000, 0x1faff], // emoji
  [0xe0020, 0xe007f], // flags of regions
];

/** `√π` and the like are formulas as well as mojibake, so they prove nothing by themselves. */
const formula = /^[√≈∆¬ƒ÷][πΩµ∂∑∏∫∞±≤≥≠°]$/;

/** Windows-1252 goes first: its mojibake `Ã©` is also, by accident, a combining accent read as Mac Roman. */
const legacyTables = [
  new Map([...bytesByCharacter(latin1), ...bytesByCharacter(decodeWindows1252)]),
  bytesByCharacter((bytes) => new TextDecoder('macintosh').decode(bytes)),
];

type Attempt = { readonly text: string; readonly certain: boolean };

/**
 * Undoes mojibake: UTF-8 that was read as Mac Roman, windows-1252 or Latin-1, once or several times.
 *
 * A text is changed only when the damage is certain: at least 3 broken characters, which hold at least 80 % of its
 * non-ASCII characters. Broken Cyrillic, Armenian or CJK is not recognised.
 */
export function repairMojibake(text: string): { text: string; repaired: boolean } {
  let current = text;
  for (let pass = 0; pass < maxPasses; pass += 1) {
    const repaired = legacyTables
      .map((table) => undo(current, table))
      .find(({ certain }) => certain);
    if (repaired === undefined) break;
    current = repaired.text;
  }
  if (current === text) return { text, repaired: false };
  return { text: current.replace(/^\ufeff/, ''), repaired: true };
}

/** Decodes every broken character that the table explains, and says whether they are enough to be certain. */
function undo(text: string, table: ReadonlyMap<string, number>): Attempt {
  let output = '';
  let copied = 0;
  let runs = 0;
  let covered = 0;
  let foreign = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80 || isLowSurrogate(unit)) continue;
    foreign += 1;
    const decoded = decodeAt(text, at, table);
    if (decoded === undefined) continue;
    output += text.slice(copied, at) + decoded.character;
    copied = at + decoded.length;
    covered += decoded.length;
    foreign += decoded.length - 1;
    if (proves(text, at, decoded.length)) runs += 1;
    at = copied - 1;
  }
  const certain = runs >= minRuns && covered >= minShare * foreign;
  return { text: output + text.slice(copied), certain };
}

/** A formula counts as a broken letter only inside a word (`sch√∂n`), or as the end of « où ». */
function proves(text: string, at: number, length: number): boolean {
  if (!formula.test(text.slice(at, at + length))) return true;
  const before = text.charAt(at - 1);
  return (
    /[a-z]/i.test(before) &&
    (/[a-z]/i.test(text.charAt(at + length)) || (text.startsWith('√π', at) && /o/i.test(before)))
  );
}

/** The character whose UTF-8 bytes the table finds at `at`, when it is a plausible one. */
function decodeAt(
  text: string,
  at: number,
  table: ReadonlyMap<string, number>,
): { character: string; length: number } | undefined {
  const lead = table.get(text.charAt(at));
  if (lead === undefined || lead < 0xc2 || lead > 0xf4) return undefined;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  let codePoint = lead & (0x7f >> length);
  for (let index = 1; index < length; index += 1) {
    const next = table.get(text.charAt(at + index));
    if (next === undefined || next > 0xbf) return undefined;
    codePoint = (codePoint << 6) | (next & 0x3f);
  }
  const shortest = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000;
  if (codePoint < shortest) return undefined;
  if (!plausible.some(([first, last]) => codePoint >= first && codePoint <= last)) return undefined;
  return { character: String.fromCodePoint(codePoint), length };
}

/** For each non-ASCII character of a one-byte encoding, the byte that it was read from. */
function bytesByCharacter(decode: (bytes: Uint8Array) => string): ReadonlyMap<string, number> {
  const bytes = Array.from({ length: 0x80 }, (_, index) => 0x80 + index);
  return new Map(bytes.map((byte) => [decode(Uint8Array.of(byte)), byte]));
}

/** Latin-1 has control characters at 80–9F, where windows-1252 has letters and quotation marks. */
function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
