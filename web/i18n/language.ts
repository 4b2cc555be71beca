import { useEffect, useState } from 'react';

/** Languages of the page. */
export type PageLanguage = 'fr' | 'en';

/** Name under which the browser keeps the choice. */
export const languageKey = 'repere-language';

/**
 * The language to begin with: the stored choice, else the first of the browser's languages that the page knows,
 * else English.
 */
export function chooseLanguage(stored: string | null, preferred: readonly string[]): PageLanguage {
  for (const tag of [stored ?? '', ...preferred]) {
    const language = tag.toLowerCase().split('-')[0];
    if (language === 'fr' || language === 'en') return language;
  }
  return 'en';
}

/** The language of the page, remembered where the browser allows it, and set as `lang` on `<html>`. */
export function useLanguage(): [PageLanguage, (language: PageLanguage) => void] {
  const [language, setLanguage] = useState(() => chooseLanguage(readStored(), navigator.languages));
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = (next: PageLanguage) => {
    setLanguage(next);
    writeStored(next);
  };
  return [language, choose];
}

// Storage throws when the reader blocks it: the choice then lasts as long as the page.
function readStored(): string | null {
  try {
    return localStorage.getItem(languageKey);
  } catch {
    return null;
  }
}

function writeStored(language: PageLanguage): void {
  try {
    localStorage.setItem(languageKey, language);
  } catch {
    // Nothing to do: see above.
  }
}
