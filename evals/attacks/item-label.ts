/**
 * How a student names an item: `la question 2 de la partie A`.
 * @param lang `fr`, `en`, `es` or `ar`; French for any other
 */
export function labelOf(item: string, lang: string): string {
  const [part, number] = [item[0]!, item.slice(1)];
  if (part === 'E') return { en: 'part E', es: 'la parte E', ar: 'الجزء E' }[lang] ?? 'la partie E';
  const kind = part === 'D' ? 'cas' : part === 'B' ? 'ligne' : 'question';
  const nouns: Readonly<Record<string, string>> = {
    en: `${{ cas: 'case', ligne: 'row', question: 'question' }[kind]} ${number} of part ${part}`,
    es: `${{ cas: 'el caso', ligne: 'la fila', question: 'la pregunta' }[kind]} ${number} de la parte ${part}`,
    ar: `السؤال ${number} من الجزء ${part}`,
  };
  return nouns[lang] ?? `${kind === 'cas' ? 'le' : 'la'} ${kind} ${number} de la partie ${part}`;
}
