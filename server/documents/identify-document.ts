import { createHash } from 'node:crypto';
import type { Document } from './document.ts';
import { guessLanguage } from './guess-language.ts';
import { headingText } from './heading-text.ts';
import type { FrontMatter } from './parse-front-matter.ts';

/** Longest title taken from a line of text or a file's name, in UTF-16 code units. */
const maxTitleLength = 80;
const maxIdLength = 80;

/**
 * Completes the front matter of a document: title from the first heading, else the first line, else the file's name; id
 * from the file's name; language by its words; kind `document`, since guessing one could open what must stay closed.
 */
export function identifyDocument(
  fields: FrontMatter,
  text: string,
  path: string,
): Pick<Document, 'id' | 'title' | 'course' | 'kind' | 'language'> {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  return {
    id: fields.id ?? slug(name),
    title: fields.title ?? (titleOf(text) || shorten(name)),
    course: fields.course ?? null,
    kind: fields.kind ?? 'document',
    language: fields.language ?? guessLanguage(text),
  };
}

function titleOf(text: string): string {
  let firstLine = '';
  let inCode = false;
  for (const [line] of text.matchAll(/^.*\S.*$/gm)) {
    if (/^ {0,3}(?:```|~~~)/.test(line)) inCode = !inCode;
    if (inCode) continue;
    const words = headingText(line);
    if (words === '') continue;
    if (/^ {0,3}#{1,6}[ \t]/.test(line)) return words;
    firstLine ||= shorten(words);
  }
  return firstLine;
}

/** At most {@link maxTitleLength} code units, cut after a word. */
function shorten(words: string): string {
  if (words.length <= maxTitleLength) return words;
  const cut = words.slice(0, maxTitleLength - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > maxTitleLength / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–—-]+$/, '').toWellFormed()}…`;
}

/** A name as an id: accents folded, everything but letters and digits a hyphen; a digest where no letter is left. */
function slug(name: string): string {
  const folded = name
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, maxIdLength)
    .replace(/^-+|-+$/g, '');
  return (
    folded ||
    `document-${createHash('sha256').update(name.normalize('NFC')).digest('hex').slice(0, 8)}`
  );
}
