/**
 * Whether a typed text is the one asked for: case, spaces at the ends and the kind of spaces and apostrophes do not
 * matter, since a keyboard has no typographic ones.
 */
export function sameText(typed: string, asked: string): boolean {
  return plain(typed) === plain(asked);
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll('’', "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLocaleLowerCase();
}
