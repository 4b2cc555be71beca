import { maxDraftLength } from '../contract/critiques.ts';
import { decodeText } from '../documents/decode-text.ts';
import { repairMojibake } from '../documents/repair-mojibake.ts';
import { TutorError } from '../errors.ts';

/** A draft as the critics read it; every offset of a critique counts in `text`. */
export type Draft = {
  readonly text: string;
  /** True when garbled accents or line ends were mended, so that `text` is not what was sent. */
  readonly changed: boolean;
};

/**
 * A draft from the text that a student sent: line ends unified, garbled accents mended where the damage is certain.
 * @throws {TutorError} `bad-request` when it is empty or no text, `draft-too-long`
 */
export function readDraft(sent: string, name: 'draft' | 'previous draft' = 'draft'): Draft {
  if (sent.length > 2 * maxDraftLength) throw tooLong(name, sent.length);
  if (looksBinary(sent)) {
    throw new TutorError(
      'bad-request',
      `The ${name} is binary, not text; paste the text itself, or save the file as plain text or Markdown.`,
    );
  }
  const mended = repairMojibake(sent.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'));
  // Of a broken "à", pasting often loses the second half, a no-break space: what is left is told by the rest.
  const text = mended.repaired ? mended.text.replace(/Ã[ \u00a0]{1,2}/g, 'à ') : mended.text;
  if (!/[\p{L}\p{N}]/u.test(text)) {
    throw new TutorError(
      'bad-request',
      `The ${name} is empty; write a few sentences and send it again.`,
    );
  }
  if (text.length > maxDraftLength) throw tooLong(name, text.length);
  return { text, changed: text !== sent };
}

/**
 * A draft from the bytes of a file, whatever its encoding.
 * @throws {TutorError} as {@link readDraft}
 */
export function readDraftFile(
  bytes: Uint8Array,
  name: 'draft' | 'previous draft' = 'draft',
): Draft {
  const decoded = decodeText(bytes);
  if ('problem' in decoded) {
    throw new TutorError(
      'bad-request',
      `The ${name} cannot be read. ${decoded.problem} Save it as plain text or Markdown.`,
    );
  }
  return readDraft(decoded.text, name);
}

const tooLong = (name: string, length: number): TutorError =>
  new TutorError(
    'draft-too-long',
    `The ${name} has ${length} characters and the limit is ${maxDraftLength}; please send one part of it at a time.`,
  );

/** Control characters beside the few that a text holds: pasted bytes. */
function looksBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  const controls = text.match(/[\u0001-\u0008\u000e-\u001f\u007f\ufffd]/g)?.length ?? 0;
  return controls > 2 && controls > 0.01 * text.length;
}
