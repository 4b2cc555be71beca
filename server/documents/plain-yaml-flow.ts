import { NotPlain, type YamlCursor } from './plain-yaml-cursor.ts';

/** What becomes of an unquoted value: its text, or what YAML's core schema makes of it. */
export type YamlSchema = 'failsafe' | 'core';

/** Reads values that stand on one line, and lists in brackets and maps in braces over several. */
export type FlowReader = {
  /**
   * @param column of the block that the value belongs to: what it holds on further lines stands further in
   * @param inside true within brackets or braces
   * @throws {NotPlain} for what is not plain
   */
  read(column: number, inside: boolean): unknown;
};

/** A value without quotes: neither a sign of YAML at its beginning nor a colon or a comment in it. */
const bare = /[^\s,[\]{}#&*!|>'"%@`?:-][^\n,[\]{}#:]*/y;
/** The same where brackets and commas are text. */
const bareOnLine = /[^\s,[\]{}#&*!|>'"%@`?:-][^\n#:]*/y;
const negative = /-\d+(?:\.\d+)?/y;
const doubleQuoted = /"(?:[^"\\\n]|\\["\\/bfnrtu])*"/y;
const singleQuoted = /'(?:[^'\n]|'')*'/y;

/** A reader of what stands at the cursor. */
export function createFlowReader(cursor: YamlCursor, schema: YamlSchema): FlowReader {
  const read = (column: number, inside: boolean): unknown => {
    switch (cursor.peek()) {
      case '[':
        return readList(column);
      case '{':
        return readMap(column);
      case '"':
        return quoted(cursor.take(doubleQuoted)?.[0]);
      case "'":
        return unescaped(cursor.take(singleQuoted)?.[0]);
      default: {
        const [text] = cursor.take(negative) ?? cursor.take(inside ? bare : bareOnLine) ?? [];
        if (text === undefined) throw new NotPlain();
        return resolved(text.replace(/ +$/, ''), schema);
      }
    }
  };

  /** To what comes next within brackets; it stands further in than the block, but for the closing bracket. */
  const next = (column: number, close: string): string => {
    const line = cursor.column();
    if (!cursor.toNextToken()) throw new NotPlain();
    const sign = cursor.peek();
    const needed = sign === close ? column : column + 1;
    if (cursor.column() < line && cursor.column() < needed) throw new NotPlain();
    return sign;
  };

  const readItems = (column: number, close: string, readItem: () => void): void => {
    cursor.skip(1);
    while (next(column, close) !== close) {
      readItem();
      const sign = next(column, close);
      if (sign === ',') cursor.skip(1);
      else if (sign !== close) throw new NotPlain();
    }
    cursor.skip(1);
  };

  const readList = (column: number): unknown[] => {
    const items: unknown[] = [];
    readItems(column, ']', () => items.push(read(column, true)));
    return items;
  };

  const readMap = (column: number): Record<string, unknown> => {
    const map: Record<string, unknown> = {};
    readItems(column, '}', () => {
      const key = cursor.readKey();
      if (Object.hasOwn(map, key)) throw new NotPlain();
      map[key] = read(column, true);
    });
    return map;
  };

  return { read };
}

function quoted(text: string | undefined): string {
  if (text === undefined) throw new NotPlain();
  try {
    return JSON.parse(text) as string;
  } catch {
    throw new NotPlain();
  }
}

function unescaped(text: string | undefined): string {
  if (text === undefined) throw new NotPlain();
  return text.slice(1, -1).replaceAll("''", "'");
}

/** An unquoted text as the schema reads it; numbers but for whole and decimal ones are left to the whole reader. */
function resolved(text: string, schema: YamlSchema): unknown {
  if (schema === 'failsafe') return text;
  if (/^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/.test(text)) return Number(text);
  if (text === 'true' || text === 'false') return text === 'true';
  if (/^(?:[-+.\d][-+.\w]*|~|null|true|false)$/i.test(text)) throw new NotPlain();
  return text;
}
