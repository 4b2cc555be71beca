import { plainText } from './plain-text.ts';

/** Emoji, with their joiners and variants, at the start of a heading; digits in a box (1️⃣) too. */
const leadingEmoji =
  /^(?:[0-9#*]\ufe0f?\u20e3|(?![©®™])\p{Extended_Pictographic}|\p{Regional_Indicator}|[\u{1f3fb}-\u{1f3ff}\s]|\ufe0e|\ufe0f|\u200d)+/u;

/**
 * The words of a heading: Markdown marks and leading emoji and a final colon removed, white space collapsed.
 *
 * A heading made of emoji only stays as it is.
 */
export function headingText(markdown: string): string {
  const text = plainText(markdown)
    .replace(/\s+/g, ' ')
    .replace(/(?<=\() | (?=\))| ?:$/g, '');
  const words = text.replace(leadingEmoji, '').trim();
  return words === '' ? text : words;
}
