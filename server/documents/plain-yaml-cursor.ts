/** Thrown where a text leaves the plain part of YAML. */
export class NotPlain extends Error {}

/** A place in a YAML text that moves on. */
export type YamlCursor = {
  /** Characters from the beginning of the line. */
  column(): number;
  /** The character at the cursor; empty at the end. */
  peek(): string;
  skip(characters: number): void;
  skipSpaces(): void;
  /** Goes over spaces, comments and line breaks; false at the end of the text. */
  toNextToken(): boolean;
  /** At the end of the line, but for spaces and a comment. */
  isAtLineEnd(): boolean;
  /** Goes to the end of the line. @throws {NotPlain} when something stands there */
  endLine(): void;
  /** At the dash of a list item that stands on its line. */
  isAtDash(): boolean;
  /** At a plain key with its colon. */
  isAtKey(): boolean;
  /** Goes over a key, its colon and the spaces after it. @throws {NotPlain} when there is none */
  readKey(): string;
  /** What a sticky pattern finds here, and goes over it. */
  take(pattern: RegExp): RegExpExecArray | null;
};

/** Keys that YAML reads as something else, or that JavaScript does. */
const strangeKey = /^(?:true|false|null|__proto__)$/i;

/** A cursor at the beginning of a text. */
export function createYamlCursor(source: string): YamlCursor {
  const key = /([A-Za-z_][\w-]*):(?=[ \n]|$)/y;
  const blank = /(?: |\n|(?<![^ \n])#[^\n]*)+/y;
  const restOfLine = / *(?:(?<![^ \n])#[^\n]*)?(?=\n|$)/y;
  const dash = /- (?! *(?:#|\n|$))/y;
  const spaces = / */y;
  let at = 0;
  let lineStart = 0;

  const matches = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(source);
  };
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const found = matches(pattern);
    if (found) at += found[0].length;
    return found;
  };

  return {
    take,
    column: () => at - lineStart,
    peek: () => source.charAt(at),
    skip(characters) {
      at += characters;
    },
    skipSpaces: () => void take(spaces),
    toNextToken() {
      // Nothing else goes over a line break.
      const from = at;
      const lastBreak = take(blank)?.[0].lastIndexOf('\n') ?? -1;
      if (lastBreak >= 0) lineStart = from + lastBreak + 1;
      return at < source.length;
    },
    isAtLineEnd: () => matches(restOfLine) !== null,
    endLine() {
      if (!take(restOfLine)) throw new NotPlain();
    },
    isAtDash: () => matches(dash) !== null,
    isAtKey: () => matches(key) !== null,
    readKey() {
      const name = take(key)?.[1];
      if (name === undefined || strangeKey.test(name)) throw new NotPlain();
      take(spaces);
      return name;
    },
  };
}
