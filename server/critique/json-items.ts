const closerOf: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/** How deep the items stand: in an array that is a property of the one object. */
const itemsDepth = 2;

/**
 * Reads, while a reply comes piece by piece, the objects in the array `key` of the one JSON object that it is meant to
 * hold, also behind other words. Only what is certain: an object comes once it is closed, and after an object that is no
 * JSON, or brackets that do not match, none comes any more. What the reply is as a whole is for who has it whole to judge.
 *
 * @returns a reader: it takes the next piece and gives the objects that end in it, parsed
 */
export function createJsonItems(key: string): (piece: string) => readonly unknown[] {
  /** What closes the objects and arrays that are open, the outermost first. */
  const open: string[] = [];
  let text = ''; // of the string under way, where it may be a name
  let quoted: 'no' | 'yes' | 'escaped' = 'no';
  let name = ''; // of the property under way in the outermost object
  let item: string | null = null;
  let over = false;

  const readQuoted = (char: string): void => {
    if (quoted === 'escaped') quoted = 'yes';
    else if (char === '\\') quoted = 'escaped';
    else if (char === '"') quoted = 'no';
    if (open.length === 1 && quoted !== 'no') text += char;
  };

  /** @returns the item that ends with this sign */
  const readSign = (char: string): unknown => {
    const closer = closerOf[char];
    if (char === '"') {
      quoted = 'yes';
      text = '';
    } else if (closer !== undefined) {
      const isItem = open.length === itemsDepth && name === key && open[1] === ']';
      if (isItem && char === '{') item = char;
      open.push(closer);
    } else if (char === '}' || char === ']') {
      over = open.pop() !== char || open.length === 0;
      if (!over && item !== null && open.length === itemsDepth) return endItem();
    } else if (open.length === 1 && (char === ':' || char === ',')) {
      name = char === ':' ? text : '';
    }
    return undefined;
  };

  const endItem = (): unknown => {
    const ended = item;
    item = null;
    try {
      return JSON.parse(ended ?? '');
    } catch {
      over = true;
      return undefined;
    }
  };

  return (piece) => {
    const items: unknown[] = [];
    for (const char of piece) {
      if (over) break;
      if (open.length === 0 && char !== '{') continue;
      if (item !== null) item += char;
      if (quoted !== 'no') readQuoted(char);
      else {
        const ended = readSign(char);
        if (ended !== undefined) items.push(ended);
      }
    }
    return items;
  };
}
