import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { en } from '../i18n/en.ts';
import { fr } from '../i18n/fr.ts';
import { MessagesContext } from '../i18n/messages.ts';

/** The markup of a piece of the page, in one language. */
export function renderPage(content: ReactNode, language: 'fr' | 'en' = 'fr'): string {
  return renderToStaticMarkup(
    <MessagesContext value={language === 'fr' ? fr : en}>{content}</MessagesContext>,
  );
}
