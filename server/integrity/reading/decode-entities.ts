/** Names of HTML entities that a French, English or Spanish text may hold, and those that hide or make up markup. */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  tab: ' ',
  newline: '\n',
  shy: '',
  zwj: '',
  zwnj: '',
  laquo: '«',
  raquo: '»',
  rsquo: "'",
  lsquo: "'",
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  rarr: '→',
  lpar: '(',
  rpar: ')',
  comma: ',',
  period: '.',
  colon: ':',
  quest: '?',
  excl: '!',
  sol: '/',
  lowbar: '_',
  ast: '*',
  num: '#',
  percnt: '%',
  aelig: 'æ',
  oelig: 'œ',
  szlig: 'ß',
  iquest: '¿',
  iexcl: '¡',
};
/** "eacute", "Ccedil"…: a letter and its accent, as a combining mark. */
const accents: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  cedil: '\u0327',
  tilde: '\u0303',
};

/** Decodes HTML entities, named and numbered; those that it does not know, and no character, stay as written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text
    .replace(/&(?:amp;)+/gi, '&')
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?/gi, (written, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : written;
    })
    .replace(/&([a-z]{2,10});/gi, (written, name: string) => {
      const accent = accents[name.slice(1)];
      if (accent !== undefined) return (name.charAt(0) + accent).normalize('NFC');
      return named[name.toLowerCase()] ?? written;
    });
}
