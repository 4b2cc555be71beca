import type { Messages } from '../../i18n/messages.ts';

type Words = Messages['trainer']['documents']['refusals'];

/** What is wrong with a file, by the English words that the server says it in. */
const known: readonly (readonly [RegExp, (words: Words, groups: Groups) => string])[] = [
  [/^The file is binary: /, (words) => words.binary],
  [/^The file looks like .+ but is not valid\.$/, (words) => words.encoding],
  [/^The file is empty/, (words) => words.empty],
  [
    /^Line (?<line>\d+) of the front matter is not valid YAML/,
    (words, { line = '' }) => words.yaml(line),
  ],
  [/^The front matter that line 1 opens is never closed/, (words) => words.unclosed],
  [
    /^Line (?<line>\d+) of the front matter: unknown key (?<names>"[^]+"); known keys are (?<allowed>[^]+)\.$/,
    (words, { line = '', names = '', allowed = '' }) => words.unknownKey(line, names, allowed),
  ],
  [
    /^Line (?<line>\d+) of the front matter: "(?<key>\w+)" must be one of (?<allowed>[^]+)\.$/,
    (words, { line = '', key = '', allowed = '' }) => words.oneOf(line, key, allowed),
  ],
  [/garbled accents were repaired as it was read\.$/, (words) => words.repaired],
  [
    /was removed from the course; it is kept in (?<folder>[^]+) of the data folder\.$/,
    (words, { folder = '' }) => words.removed(folder),
  ],
];

/** Names two files, and first the one that comes later by name, whichever was there before. */
const sameId = /^(?<one>[^]+) has the same id "(?<id>[^"]+)" as (?<other>[^]+), which is kept;/;

type Groups = Readonly<Record<string, string | undefined>>;

/** What the server says of a file; `path` is null where its sentence begins with none. */
export type Refusal = { readonly path: string | null; readonly text: string };

/**
 * Says what the server says of a file in the language of the page; `null` for a sentence it does not know, which is then
 * shown as it is.
 */
export function refusalText(sentence: string, words: Words): Refusal | null {
  const { one, id = '', other = '' } = sameId.exec(sentence)?.groups ?? {};
  if (one !== undefined) return { path: null, text: words.sameId(id, one, other) };
  const { path = null, rest = sentence } =
    /^(?<path>[^:]+\.(?:md|markdown|txt)):? (?<rest>[^]+)$/i.exec(sentence)?.groups ?? {};
  for (const [pattern, say] of known) {
    const match = pattern.exec(rest);
    if (match) return { path, text: say(words, match.groups ?? {}) };
  }
  return null;
}
