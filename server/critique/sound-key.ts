/**
 * Folds a French or English word to how it sounds, roughly, so that a word spelt by ear meets the word meant:
 * "reqomandassion" and "recommandation" become one. A simplified Phonex (Brodda and Sabourin's rules for French,
 * reduced to those that dyslexic and non-native spellings break most).
 * @param word lower case, accents folded
 */
export function soundKey(word: string): string {
  return word
    .replace(/ph/g, 'f')
    .replace(/e?ments?$/, 'm1')
    .replace(/[xk]ion/g, 'ksion')
    .replace(/dg/g, 'g')
    .replace(/gn/g, 'ni')
    .replace(/(?:eau|au)/g, 'o')
    .replace(/(?:tion|ssion|cion|sion)/g, 'sion')
    .replace(/(?:qu|ck|cqu|q)/g, 'k')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/c(?!h)/g, 'k')
    .replace(/ch/g, '5')
    .replace(/g(?=[eiy])/g, 'j')
    .replace(/gu(?=[eiy])/g, 'g')
    .replace(/(?:ei|ai|et|er|ez|est)(?=$|[^aeiouy])/g, 'e')
    .replace(/(?:an|am|en|em)(?=[^aeiouymn]|$)/g, '1')
    .replace(/(?:ain|ein|in|im|yn|ym)(?=[^aeiouymn]|$)/g, '2')
    .replace(/(?:on|om)(?=[^aeiouymn]|$)/g, '3')
    .replace(/oi/g, '4')
    .replace(/ou/g, 'u')
    .replace(/y/g, 'i')
    .replace(/z/g, 's')
    .replace(/h/g, '')
    .replace(/(.)\1+/g, '$1')
    .replace(/(?:es|e|s|t|x|d|nt)$/g, '');
}
