/** What an address of the page names: a part of it, and what is open there. */
export type PageRoute =
  | { readonly part: 'ask'; readonly conversationId: string | null }
  | { readonly part: 'draft'; readonly draftId: string | null }
  /** The way into a class by its code, also for somebody who is in another. */
  | { readonly part: 'enter' }
  /** `page` is what follows `/trainer/`: `documents`, `evals/compare`; empty for the overview. */
  | { readonly part: 'trainer'; readonly page: string };

/** Parts of the page, each with its own `<main>`. */
export type PagePart = PageRoute['part'];

/** The route of an address; one that the page does not know leads to the questions. */
export function parseRoute(pathname: string): PageRoute {
  const [first = '', second = '', ...rest] = pathname.split('/').filter((part) => part !== '');
  if (first === 'drafts') return { part: 'draft', draftId: decode(second) };
  if (first === 'enter') return { part: 'enter' };
  if (first === 'trainer')
    return { part: 'trainer', page: [second, ...rest].filter((part) => part !== '').join('/') };
  return { part: 'ask', conversationId: first === 'c' ? decode(second) : null };
}

/** The address of a route: {@link parseRoute} reads it back. */
export function pathOf(route: PageRoute): string {
  switch (route.part) {
    case 'ask':
      return route.conversationId === null ? '/' : `/c/${encodeURIComponent(route.conversationId)}`;
    case 'draft':
      return route.draftId === null ? '/drafts' : `/drafts/${encodeURIComponent(route.draftId)}`;
    case 'enter':
      return '/enter';
    case 'trainer':
      return route.page === '' ? '/trainer' : `/trainer/${route.page}`;
  }
}

function decode(part: string): string | null {
  if (part === '') return null;
  try {
    return decodeURIComponent(part);
  } catch {
    // A percent sign that encodes nothing: no id holds one.
    return null;
  }
}
