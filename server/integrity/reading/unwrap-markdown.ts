/**
 * Text without the marks of Markdown that could cut or dress a word: emphasis, code, strike-through, spoilers, headings,
 * quotes, escapes; a link is its text, and its target too unless it is an address. A star or a bar between spaces stays.
 */
export function unwrapMarkdown(text: string): string {
  if (!/[\\*_`~|#>[]/.test(text)) return text;
  return text
    .replace(/\\([\\`*_{}[\]()#+\-.!~|<>"'&])/g, '$1')
    .replace(/!?\[([^[\]]*)\]\(([^()\s]*)\)/g, (_, label: string, target: string) =>
      /^(?:[a-z]+:|[/#.])/i.test(target) ? label : `${label} ${target}`,
    )
    .replace(/`+|~~+|\|\|+/g, '')
    .replace(/\*+(?=\S)|(?<=\S)\*+/g, '')
    .replace(/(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu, '')
    .replace(/^[ \t]*(?:#{1,6}|>+)[ \t]+/gm, '');
}
