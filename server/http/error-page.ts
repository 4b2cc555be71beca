import type { Request } from 'express';
import type { ErrorBody } from '../contract/course.ts';
import type { ErrorCode } from '../errors.ts';

type Told = { readonly fr: string; readonly en: string };

/** What somebody who opened an address in a browser is told, in both languages: which is theirs is not known here. */
const told: Readonly<Partial<Record<ErrorCode, Told>>> = {
  forbidden: {
    fr: 'Cette adresse n’est pas celle de Repère. Ouvrez-le à l’adresse que votre formateur vous a donnée.',
    en: 'This is not the address of Repère. Open it at the one that your trainer gave you.',
  },
  'not-found': {
    fr: 'Il n’y a rien à cette adresse. Revenez à la page de Repère, ou prévenez la personne qui gère le serveur.',
    en: 'There is nothing at this address. Go back to the page of Repère, or tell the person who runs the server.',
  },
};

const otherwise: Told = {
  fr: 'Le serveur n’a pas pu répondre. Rechargez la page\u202f; si cela continue, prévenez la personne qui gère le serveur.',
  en: 'The server could not answer. Reload the page; if that goes on, tell the person who runs the server.',
};

/** Whether a request was made by opening an address of the page in a browser; what a program fetches takes JSON. */
export const opensPage = (request: Request): boolean =>
  request.method === 'GET' &&
  !/^\/(?:api|assets)(?:[/?]|$)/.test(request.originalUrl) &&
  request.accepts(['json', 'html']) === 'html';

/** A failure as a page of its own, in French and English, with the server's sentence for whoever runs it. */
export function errorPage({ code, message, requestId }: ErrorBody): string {
  const { fr, en } = told[code as ErrorCode] ?? otherwise;
  return `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Repère</title>
<main>
<h1>Repère</h1>
<p>${escape(fr)}</p>
<p lang="en">${escape(en)}</p>
<p><small lang="en">For the person who runs the server: ${escape(message)} (${escape(requestId)})</small></p>
</main>
</html>
`;
}

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
