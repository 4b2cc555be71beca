import type { Messages } from '../../i18n/messages.ts';
import { fileFaults } from './file-faults.ts';
import { courseFaults } from './course-faults.ts';

type Words = Messages['trainer']['documents']['refusals'];

/** What a sentence of the server's says, in the words of the page. */
export type Fault = readonly [
  RegExp,
  (words: Words, groups: Readonly<Record<string, string | undefined>>) => string,
];

/** Names two files, and first the one that comes later by name, whichever was there before. */
const sameId = /^(?<one>[^]+) has the same id "(?<id>[^"]+)" as (?<other>[^]+), which is kept;/;

/** What the server says of a file; `path` is null where its sentence begins with none. */
export type Refusal = { readonly path: string | null; readonly text: string };

/** A file, and what is said of it. */
const aboutFile = /^(?<path>[^:]+?\.(?:md|markdown|txt|ya?ml))(?::? |, (?=line \d))(?<rest>[^]+)$/i;

/**
 * Says what the server says of a file or of the course in the language of the page; `null` for a sentence it does not
 * know, which is then shown as it is.
 */
export function refusalText(sentence: string, words: Words): Refusal | null {
  const { one, id = '', other = '' } = sameId.exec(sentence)?.groups ?? {};
  if (one !== undefined) return { path: null, text: words.sameId(id, one, other) };
  const whole = say(courseFaults, sentence, words);
  if (whole !== null) return { path: null, text: whole };
  const { path = null, rest = sentence } = aboutFile.exec(sentence)?.groups ?? {};
  const text = say(fileFaults, rest, words);
  return text === null ? null : { path, text };
}

function say(faults: readonly Fault[], sentence: string, words: Words): string | null {
  for (const [pattern, write] of faults) {
    const match = pattern.exec(sentence);
    if (match) return write(words, match.groups ?? {});
  }
  return null;
}
