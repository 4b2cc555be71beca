import type { Encoding } from './document.ts';
import { repairMojibake } from './repair-mojibake.ts';
import { decodeWindows1252 } from './windows-1252.ts';

/** A file's text with `\n` line ends and no byte order mark; accents stay composed or decomposed as they were. */
export type DecodedText = {
  readonly text: string;
  readonly encoding: Encoding;
  /** True when mojibake was found, certain, and undone. */
  readonly repaired: boolean;
};

/** Bytes looked at to tell UTF-16 without a byte order mark. */
const sampleBytes = 4096;
/** Control characters (other than white space) that a real text may hold, as a share; a few are always let pass. */
const maxControlShare = 0.01;
const toleratedControls = 2;

/**
 * Decodes the bytes of a text file: strict UTF-8, UTF-16 with a byte order mark or recognised by its NUL bytes, else
 * windows-1252; then undoes certain mojibake.
 *
 * Offsets of the project count in the text returned here. Binary content is a problem, one sentence without the file's name.
 */
export function decodeText(bytes: Uint8Array): DecodedText | { readonly problem: string } {
  const encoding = guessEncoding(bytes);
  if (encoding === undefined) return { problem: 'The file is binary: it holds NUL bytes.' };
  const decoded = decodeStrictly(bytes, encoding);
  if (decoded === undefined)
    return { problem: `The file looks like ${encoding} but is not valid.` };
  if (hasTooManyControls(decoded)) {
    return { problem: 'The file is binary: it holds too many control characters.' };
  }
  const { text, repaired } = repairMojibake(decoded.replace(/\r\n?/g, '\n'));
  return { text, encoding, repaired };
}

function guessEncoding(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes.includes(0)) return guessUtf16(bytes);
  return decodeStrictly(bytes, 'utf-8') === undefined ? 'windows-1252' : 'utf-8';
}

/** In Latin text nearly every UTF-16 unit has a NUL as its high byte and none as its low byte. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const sample = bytes.subarray(0, sampleBytes);
  const units = sample.length / 2;
  const nuls = [0, 0] as [number, number];
  sample.forEach((byte, index) => {
    if (byte === 0) nuls[index % 2 === 0 ? 0 : 1] += 1;
  });
  const [even, odd] = nuls;
  if (odd > 0.5 * units && even < 0.05 * units) return 'utf-16le';
  if (even > 0.5 * units && odd < 0.05 * units) return 'utf-16be';
  return undefined;
}

function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
  if (encoding === 'windows-1252') return decodeWindows1252(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * C1 controls weigh only where C0 ones are found too: alone they may be Latin-1 mojibake, which is undone later.
 */
function hasTooManyControls(text: string): boolean {
  let c0 = 0;
  let c1 = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0) return true;
    // Tab, line ends, vertical tab and form feed (9–13) are white space.
    if (unit < 9 || (unit > 13 && unit < 32) || unit === 0x7f) c0 += 1;
    else if (unit >= 0x80 && unit < 0xa0) c1 += 1;
  }
  const count = c0 === 0 ? 0 : c0 + c1;
  return count > toleratedControls && count > maxControlShare * text.length;
}
