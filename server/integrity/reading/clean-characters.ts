/** Characters that take no room: format and bidirectional controls, tags, fillers, private use, variation selectors. */
const invisible =
  /[\p{Cf}\p{Co}\p{Cs}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufe00-\ufe0f\u{e0100}-\u{e01ef}]|[^\P{Cc}\s]/gu;

/**
 * Marks on what cannot carry one once letters are composed: writing over a text ("zalgo") rather than accents.
 * Scripts in which marks are letters (Arabic, Devanagari…) keep two.
 */
const overwriting =
  /(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{P}\p{N}\p{Z}\p{S}])\p{M}+|(?<=\p{M}{2})\p{M}+/gu;

/**
 * Compatibility forms made plain (NFKC: full-width, mathematical and circled letters…), invisible characters and
 * control characters but white space removed, marks piled on letters removed, apostrophes straight.
 */
export function cleanCharacters(text: string): string {
  if (!/[^\n\r\t -~]/.test(text)) return text;
  const shown = text
    // Before NFKC, which makes a space and an accent of an acute accent standing alone.
    .replace(/[\u2018\u2019\u201b\u2032\u02bc\u00b4]/g, "'")
    .replace(invisible, '');
  const composed = shown.normalize('NFKC');
  const plain = composed === shown ? shown : composed.replace(invisible, '');
  return /\p{M}/u.test(plain) ? plain.replace(overwriting, '') : plain;
}
