/**
 * Text as a terminal may show it: without control characters, by which a document or a model could recolour, erase
 * or rename what is on the screen. Line breaks and tabs stay.
 */
export function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, '');
}
