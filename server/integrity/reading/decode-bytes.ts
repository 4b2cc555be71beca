import { isPlausible } from './plausible-text.ts';

/** Bytes from which a decoding may be believed for being printable; a shorter one must hold a known word. */
const believable = 12;

/**
 * Every segment that is bytes in disguise, in place: percent and quoted-printable escapes, `\u0041`, binary, decimal and
 * hexadecimal codes, base32, base64 and base64url. One message may mix them.
 */
export function decodeBytes(text: string): string {
  return decodeCodes(decodeEscapes(text));
}

/** As {@link decodeBytes} without escapes, which a sentence read backwards makes by chance: "57% of". */
export function decodeCodes(text: string): string {
  return decodeBase64(decodeBase32(decodeHex(decodeDecimal(decodeBinary(text)))));
}

function decodeEscapes(text: string): string {
  const plain = text
    .replace(/\\u\{?([0-9a-f]{4,5})\}?/gi, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
    .replace(/(?:\\x[0-9a-f]{2})+/gi, (escaped) => toText(pairsIn(escaped), 1) ?? escaped)
    .replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => toText(pairsIn(escaped), 1) ?? escaped)
    // Two in a row, as of an accented letter: "size=20" is no escape.
    .replace(/(?:=[0-9A-F]{2}){2,}/g, (escaped) => toText(pairsIn(escaped), 1) ?? escaped);
  return plain === text || /\s/.test(text) ? plain : plain.replaceAll('+', ' ');
}

function decodeBinary(text: string): string {
  return text.replace(/(?<!\d)(?:[01]{8}[\s,]*){3,}(?!\d)/g, (bits) => {
    const bytes = bits.match(/[01]{8}/g)!.map((byte) => Number.parseInt(byte, 2));
    return inPlace(bits, toText(bytes));
  });
}

function decodeDecimal(text: string): string {
  return text.replace(/(?<![\p{L}\d])(?:\d{2,3}[\s,;-]+){3,}\d{2,3}(?![\p{L}\d])/gu, (codes) => {
    const bytes = codes.match(/\d+/g)!.map(Number);
    if (bytes.some((byte) => byte > 255)) return codes;
    const decoded = toText(bytes) ?? String.fromCharCode(...bytes.slice(0, 10_000));
    return isPrintable(decoded) && isPlausible(decoded) ? decoded : codes;
  });
}

function decodeHex(text: string): string {
  return text.replace(
    /(?<![0-9a-z])(?:(?:0x|\\x)?[0-9a-f]{2}[\s,:;-]?){4,}(?![0-9a-z])/gi,
    (codes) => inPlace(codes, toText(pairsIn(codes.replace(/0x/gi, '')))),
  );
}

/** RFC 4648, section 6; sixteen signs or more: a shorter run of capitals is a word. */
function decodeBase32(text: string): string {
  return text.replace(/(?<![A-Za-z0-9])[A-Z2-7]{16,}=*(?![A-Za-z0-9])/g, (run) => {
    const values = Array.from(run.replace(/=+$/, ''), (sign) => base32Signs.indexOf(sign));
    const bytes: number[] = [];
    let bits = 0;
    let buffer = 0;
    for (const value of values) {
      buffer = ((buffer << 5) | value) & 0xfff;
      bits += 5;
      if (bits < 8) continue;
      bits -= 8;
      bytes.push((buffer >> bits) & 0xff);
    }
    return toText(bytes) ?? run;
  });
}
const base32Signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function decodeBase64(text: string): string {
  return text.replace(/[A-Za-z0-9+/_-]{4,}={0,2}(?:\s+[A-Za-z0-9+/_-]{4,}={0,2})*/g, (run) => {
    const pieces = run.split(/\s+/);
    if (pieces.every(isWord)) return run;
    // A long text is wrapped; words before it may look like its first lines.
    for (let first = 0; first < Math.min(pieces.length - 1, 8); first += 1) {
      const decoded = fromBase64(pieces.slice(first).join(''));
      if (decoded !== null) return [...pieces.slice(0, first), decoded].join(' ');
    }
    if (!pieces.some((piece) => piece.length >= 8)) return run;
    return run.replace(/\S{8,}/g, (piece) =>
      isWord(piece) ? piece : (fromBase64(piece) ?? piece),
    );
  });
}

/** Bytes of a text always mix cases or digits in base64. */
const isWord = (piece: string): boolean => /^[A-Za-z]?[a-z]*$/.test(piece);

function fromBase64(written: string): string | null {
  const bare = written.replace(/=+$/, '');
  if (bare.length % 4 === 1 || bare.includes('=')) return null;
  return toText([...Buffer.from(bare, 'base64url')]);
}

const pairsIn = (codes: string): number[] =>
  (codes.match(/[0-9a-f]{2}/gi) ?? []).map((pair) => Number.parseInt(pair, 16));

/** Bytes as UTF-8, or null where they are none, hold controls, or are too few to be believed. */
function toText(bytes: readonly number[], enough = believable): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
    if (!isPrintable(text)) return null;
    return (bytes.length >= enough && isOfKnownScripts(text)) || isPlausible(text) ? text : null;
  } catch {
    return null; // Not UTF-8: the segment was what it looked like.
  }
}

/** Chance makes letters of any script, a student of few: Latin or Arabic, or Cyrillic and Greek to look like them. */
const isOfKnownScripts = (text: string): boolean =>
  !/[^\p{Script=Latin}\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\p{P}\p{S}\p{M}\s]/u.test(
    text,
  );

const isPrintable = (text: string): boolean => text !== '' && !/[^\P{C}\s]/u.test(text);

/** The decoding with the space that a run of codes took at its end. */
const inPlace = (codes: string, decoded: string | null): string =>
  decoded === null ? codes : decoded + (/\s$/.test(codes) ? ' ' : '');
