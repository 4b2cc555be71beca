const reference = /&(?:#\w{1,8}|\w{1,31});/y;

/**
 * Where each code unit of a Markdown node's value stands in the node's source: `value[i]` is shown because of
 * `source[offsets[i]]`.
 *
 * The two differ by what the value leaves out (backslashes, back-quotes, the indents and `>` that continue a line),
 * which is stepped over, and by character references, of which the first code unit counts.
 */
export function alignOffsets(value: string, source: string): readonly number[] {
  const offsets: number[] = [];
  let at = 0;
  for (const character of value) {
    while (!source.startsWith(character, at) && /^[\s>\\`]$/.test(source.charAt(at))) at += 1;
    reference.lastIndex = at;
    const decoded = reference.exec(source)?.[0] ?? '';
    let length = character.length;
    // `&amp;` shows as `&`; an unknown `&name;` shows as itself.
    if (decoded !== '' && !value.startsWith(decoded, offsets.length)) length = decoded.length;
    else if (!source.startsWith(character, at)) {
      const further = source.indexOf(character, at);
      if (further === -1) length = 0;
      else at = further;
    }
    for (let unit = 0; unit < character.length; unit += 1)
      offsets.push(length === 0 ? at : at + Math.min(unit, length - 1));
    at += length;
  }
  return offsets;
}
