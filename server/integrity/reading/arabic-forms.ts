/** Shortest word that may be left when a particle is taken off: below, what is left is a word of its own too often. */
const minLetters = 3;

/**
 * The forms under which a folded Arabic word may be looked up: as written, and without the particles written together
 * with it: "and" (و ف), "in, as, for" (ب ك ل), the article (ال), and the person or tense before a verb (ي ت ن س).
 */
export function arabicForms(word: string): readonly string[] {
  const forms = new Set([word]);
  for (const particle of ['و', 'ف']) strip(forms, particle);
  for (const particle of ['ب', 'ك', 'ل']) strip(forms, particle);
  for (const article of ['ال', 'لل']) strip(forms, article);
  for (const person of ['س', 'ي', 'ت', 'ن']) strip(forms, person);
  return [...forms];
}

function strip(forms: Set<string>, prefix: string): void {
  for (const form of [...forms]) {
    if (form.startsWith(prefix) && form.length - prefix.length >= minLetters) {
      forms.add(form.slice(prefix.length));
    }
  }
}
