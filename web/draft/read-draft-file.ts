import { draftLimit } from './draft-limit.ts';

/** What of a `File` is used. */
export type ChosenFile = Pick<File, 'name' | 'size' | 'arrayBuffer'>;

/** The text of a file, or why it is not taken; the page has a sentence for each problem. */
export type ReadFile =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false;
      readonly problem: 'type' | 'too-large' | 'binary' | 'empty' | 'unreadable';
    };

/** Endings of the names of files that hold a draft. */
export const fileEndings: readonly string[] = ['.md', '.markdown', '.txt'];

/** More bytes than the longest draft can have: three per UTF-16 code unit in UTF-8, and a byte order mark. */
const mostBytes = 3 * draftLimit + 3;

/** Reads a draft from a file: UTF-8, UTF-16 with its mark, else Windows-1252. Line ends become `\n`. */
export async function readDraftFile(file: ChosenFile): Promise<ReadFile> {
  const name = file.name.toLowerCase();
  if (!fileEndings.some((ending) => name.endsWith(ending))) return { ok: false, problem: 'type' };
  if (file.size > mostBytes) return { ok: false, problem: 'too-large' };
  try {
    const text = decode(new Uint8Array(await file.arrayBuffer())).replace(/\r\n?/g, '\n');
    if (isBinary(text)) return { ok: false, problem: 'binary' };
    return text.trim() === '' ? { ok: false, problem: 'empty' } : { ok: true, text };
  } catch {
    // Moved or changed since it was chosen, or a folder.
    return { ok: false, problem: 'unreadable' };
  }
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Characters that no text holds, as the server sees it too: of a picture or a word processor's file renamed. */
function isBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  const controls = text.match(/[\u0001-\u0008\u000e-\u001f\u007f\ufffd]/g)?.length ?? 0;
  return controls > 2 && controls > 0.01 * text.length;
}
