/** Least letters that are taken for a hidden text: an emoji flag of a region hides five tag characters. */
const minLetters = 6;

/** Texts hidden in characters that take no room: tag characters, variation selectors as bytes, zero-width bits. */
export function decodeInvisible(text: string): readonly string[] {
  if (!/[\u200b-\u200d\ufe00-\ufe0f\u{e0000}-\u{e01ef}]/u.test(text)) return [];
  const tags: string[] = [];
  const bytes: number[] = [];
  const bits: string[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code >= 0xe0020 && code <= 0xe007e) tags.push(String.fromCharCode(code - 0xe0000));
    else if (code >= 0xfe00 && code <= 0xfe0f) bytes.push(code - 0xfe00);
    else if (code >= 0xe0100 && code <= 0xe01ef) bytes.push(code - 0xe0100 + 16);
    else if (code === 0x200b || code === 0x200c) bits.push(code === 0x200b ? '0' : '1');
  }
  const octets = (bits.join('').match(/[01]{8}/g) ?? []).map((octet) => Number.parseInt(octet, 2));
  return [tags.join(''), toText(bytes), toText(octets)].filter(
    (hidden) => (hidden.match(/\p{L}/gu)?.length ?? 0) >= minLetters,
  );
}

function toText(bytes: readonly number[]): string {
  const text = new TextDecoder().decode(Uint8Array.from(bytes));
  return /[^\P{C}\s]|\ufffd/u.test(text) ? '' : text;
}
