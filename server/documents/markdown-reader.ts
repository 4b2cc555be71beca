import { decodeText } from './decode-text.ts';
import { parseFrontMatter } from './parse-front-matter.ts';
import type { Reader } from './reader.ts';

/** Reads Markdown and plain text, which is Markdown without marks. */
export const markdownReader: Reader = {
  extensions: ['.md', '.markdown', '.txt'],
  async read(bytes) {
    const decoded = decodeText(bytes);
    if ('problem' in decoded) return decoded;
    const parsed = parseFrontMatter(decoded.text);
    if ('problem' in parsed) return parsed;
    const { encoding, repaired } = decoded;
    const { text, fields, linesRemoved } = parsed;
    return { text, fields, firstLine: linesRemoved + 1, encoding, repaired };
  },
};
