const signs = {
  fr: /\b(?:le|la|les|des|une|est|dans|pour|que)\b/gi,
  en: /\b(?:the|of|and|is|in|to|that|for|with)\b/gi,
} as const;

/** The language that instructions are written in, by their commonest words; for `lang`, so that they are read aloud right. */
export function rulesLanguage(text: string): 'fr' | 'en' {
  const count = (language: 'fr' | 'en') => text.match(signs[language])?.length ?? 0;
  return count('fr') > count('en') ? 'fr' : 'en';
}
