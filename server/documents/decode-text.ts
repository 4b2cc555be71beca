import type { Encoding } from './document.ts';
import { repairMojibake } from './repair-mojibake.ts';

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
  if (decoded === undefined) return { problem: `The file looks like ${encoding} but is not valid.` };
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
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function hasTooManyControls(text: string): boolean {
  // Tab, line ends, vertical tab and form feed are white space; NUL is never right in a text.
  const controls = text.match(/[\x00-\x08\x0e-\x1f\x7f]/g) ?? [];
  if (controls.includes('\0')) return true;
  const c1 = text.match(/[\x80-\x9f]/g) ?? [];
  // C1 controls may be Latin-1 mojibake, which is undone later: they only weigh where C0 ones are found too.
  const count = controls.length === 0 ? 0 : controls.length + c1.length;
  return count > toleratedControls && count > maxControlShare * text.length;
}
