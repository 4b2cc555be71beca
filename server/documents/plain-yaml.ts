import { createFlowReader, type YamlSchema } from './plain-yaml-flow.ts';
import { createYamlCursor, NotPlain, type YamlCursor } from './plain-yaml-cursor.ts';

export type { YamlSchema } from './plain-yaml-flow.ts';

/**
 * Reads the plain part of YAML in which the project's own files are written, at a twentieth of the time that a whole
 * YAML reader takes: the program reads a megabyte of it at every start. Block maps and lists, lists in brackets, maps
 * in braces, comments, texts on one line.
 *
 * It only ever says what the whole reader says as well: for anything else (anchors, tags, texts over several lines,
 * dates, a key twice, what is not valid) it gives `null`, and the caller takes the whole reader, which also knows
 * where in the file a mistake is.
 * @param schema `failsafe` leaves every value the text it is written as; `core` reads numbers and booleans
 */
export function readPlainYaml(
  source: string,
  schema: YamlSchema,
): { readonly value: unknown } | null {
  if (/[\t\r\0\u0085\u2028\u2029\ufeff]|^(?:---|\.\.\.|%)/m.test(source)) return null;
  try {
    const cursor = createYamlCursor(source);
    const read = createBlockReader(cursor, schema);
    if (!cursor.toNextToken()) return null;
    const value = read(cursor.column());
    return cursor.toNextToken() ? null : { value };
  } catch (error) {
    if (error instanceof NotPlain) return null;
    throw error;
  }
}

/** Reads the map, list or value that begins at the cursor, in this column. */
function createBlockReader(cursor: YamlCursor, schema: YamlSchema): (column: number) => unknown {
  const flow = createFlowReader(cursor, schema);

  const readBlock = (column: number): unknown => {
    if (cursor.isAtDash()) return readList(column);
    return cursor.isAtKey() ? readMap(column) : readInline(column);
  };

  /** A value on the line of its key or dash; whatever stands below must not belong to it. */
  const readInline = (column: number): unknown => {
    const value = flow.read(column, false);
    cursor.endLine();
    return value;
  };

  const readList = (column: number): unknown[] => {
    const items: unknown[] = [];
    do {
      if (!cursor.isAtDash()) throw new NotPlain();
      cursor.skip(2);
      cursor.skipSpaces();
      items.push(readBlock(cursor.column()));
    } while (continues(column));
    return items;
  };

  const readMap = (column: number): Record<string, unknown> => {
    const map: Record<string, unknown> = {};
    do {
      const key = cursor.readKey();
      if (Object.hasOwn(map, key)) throw new NotPlain();
      map[key] = cursor.isAtLineEnd() ? readBelow(column) : readInline(column);
    } while (continues(column));
    return map;
  };

  /** What stands on the lines below a key. A list may stand in the key's own column. */
  const readBelow = (column: number): unknown => {
    if (!cursor.toNextToken()) throw new NotPlain();
    const below = cursor.column();
    const isBelow = below > column || (below === column && cursor.isAtDash());
    // A text that begins below its key may go on over several lines.
    if (!isBelow || !(cursor.isAtDash() || cursor.isAtKey())) throw new NotPlain();
    return readBlock(below);
  };

  /** Whether the next token is in the same column. One between this column and the last would be a mistake. */
  const continues = (column: number): boolean => {
    if (!cursor.toNextToken()) return false;
    if (cursor.column() > column) throw new NotPlain();
    return cursor.column() === column && (cursor.isAtDash() || cursor.isAtKey());
  };

  return readBlock;
}
