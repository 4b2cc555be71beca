type Delimiter = {
  readonly at: number;
  readonly mark: string;
  left: number;
  readonly length: number;
};

const punctuation = /[!-/:-@[-`{-~]/;
const wordCharacter = /[\p{L}\p{N}]/u;
const tag =
  /<\/?(?:a|b|br|code|del|div|em|i|ins|kbd|li|mark|ol|p|small|span|strong|sub|sup|u|ul)(?:\s[^<>]{0,300})?\/?>/iy;
const autolink = /<((?:https?:\/\/|mailto:)[^<>\s]{1,2000})>/y;
const entity = /&(?:nbsp|amp|lt|gt|quot|#39|#x27);/y;
const entities: Record<string, string> = { nbsp: '\u00a0', amp: '&', lt: '<', gt: '>', quot: '"' };
/** Bounds of a link's destination: longer or deeper ones are left as they are, which keeps the time linear. */
const maxDestination = 2_000;
const maxDepth = 4;

/**
 * Removes the inline marks of one Markdown paragraph; {@link plainText} is the whole.
 *
 * A simplification of CommonMark's rules: emphasis needs a partner in the paragraph, except that a lone `**` next to a
 * word is taken for one whose partner was cut off.
 */
export function plainInline(text: string): string {
  // One entry per character or mark; a mark that turns out to be one is emptied afterwards.
  const output: string[] = [];
  const open: Delimiter[] = [];
  const brackets: number[] = [];
  const codeEnd = codeEnds(text);
  for (let at = 0; at < text.length;) {
    const character = text.charAt(at);
    if (character === '\\' && punctuation.test(text.charAt(at + 1))) {
      output.push(text.charAt(at + 1));
      at += 2;
    } else if (character === '`') {
      at = pushCode(text, at, codeEnd, output);
    } else if (character === '*' || character === '_' || character === '~') {
      at = pushDelimiter(text, at, output, open);
    } else if (character === '[') {
      brackets.push(output.push(character) - 1);
      at += 1;
    } else if (character === ']') {
      at = pushBracket(text, at, output, brackets);
    } else if (character === '<' || character === '&') {
      at = pushMarkup(text, at, output);
    } else {
      output.push(character);
      at += 1;
    }
  }
  for (const delimiter of open) if (isCutOff(delimiter, output.length)) output[delimiter.at] = '';
  return output.join('');
}

/** For each run of backticks that opens code, where its code ends: the next run of the same length. */
function codeEnds(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const nextByLength = new Map<number, number>();
  for (const run of [...text.matchAll(/`+/g)].reverse()) {
    const next = nextByLength.get(run[0].length);
    if (next !== undefined) ends.set(run.index, next);
    nextByLength.set(run[0].length, run.index);
  }
  return ends;
}

function pushCode(text: string, at: number, ends: ReadonlyMap<number, number>, output: string[]) {
  const length = runLength(text, at);
  const end = ends.get(at);
  if (end === undefined) {
    if (length < 3) output.push(text.slice(at, at + length));
    return at + length;
  }
  const code = text.slice(at + length, end);
  output.push(/^ .*[^ ].* $/s.test(code) ? code.slice(1, -1) : code);
  return end + length;
}

/** Emphasis and strike-through: closes the nearest opener of the same mark, else may open. */
function pushDelimiter(text: string, at: number, output: string[], open: Delimiter[]): number {
  const mark = text.charAt(at);
  const length = runLength(text, at);
  const slot = output.push(text.slice(at, at + length)) - 1;
  const before = text.charAt(at - 1);
  const after = text.charAt(at + length);
  const inWord = wordCharacter.test(before) && wordCharacter.test(after);
  const isProduct = length === 1 && /\d/.test(before) && /\d/.test(after);
  const usable = mark === '*' ? !isProduct : mark === '_' ? !inWord : length === 2;
  const closes = usable && before !== '' && !/\s/.test(before);
  const opens = usable && after !== '' && !/\s/.test(after);
  let left = length;
  while (closes && left > 0 && open.at(-1)?.mark === mark) {
    const opener = open.at(-1)!;
    const used = Math.min(left, opener.left);
    opener.left -= used;
    left -= used;
    output[opener.at] = mark.repeat(opener.left);
    if (opener.left === 0) open.pop();
  }
  output[slot] = mark.repeat(left);
  if (left > 0 && (opens || closes)) open.push({ at: slot, mark, left, length });
  return at + length;
}

/** `](destination)` ends a link, or an image when `!` stands before its bracket: only the text between stays. */
function pushBracket(text: string, at: number, output: string[], brackets: number[]): number {
  const opener = brackets.pop();
  const end = text.charAt(at + 1) === '(' ? destinationEnd(text, at + 2) : undefined;
  if (opener === undefined || end === undefined) {
    output.push(']');
    return at + 1;
  }
  output[opener] = '';
  if (output[opener - 1] === '!') output[opener - 1] = '';
  return end;
}

function destinationEnd(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < Math.min(text.length, from + maxDestination); at += 1) {
    const character = text.charAt(at);
    if (character === '\n' || depth > maxDepth) return undefined;
    if (character === '(') depth += 1;
    else if (character === ')' && depth === 0) return at + 1;
    else if (character === ')') depth -= 1;
  }
  return undefined;
}

function pushMarkup(text: string, at: number, output: string[]): number {
  for (const pattern of [tag, autolink, entity]) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) continue;
    if (pattern === tag && /^<br/i.test(match[0])) output.push(' ');
    if (pattern === autolink) output.push(match[1]!);
    if (pattern === entity) output.push(entities[match[0].slice(1, -1)] ?? "'");
    return at + match[0].length;
  }
  output.push(text.charAt(at));
  return at + 1;
}

/** A mark without a partner: `**` beside a word is one that was cut off, a lone star only at an end of the text. */
function isCutOff({ mark, left, length, at }: Delimiter, end: number): boolean {
  if (mark === '_' && length > 2) return false;
  return left >= 2 || at === 0 || at === end - 1;
}

function runLength(text: string, at: number): number {
  let end = at + 1;
  while (text[end] === text[at]) end += 1;
  return end - at;
}
