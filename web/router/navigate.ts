/** Shows another address without loading the page again; `replace` leaves the one before out of the history. */
export function navigate(path: string, { replace = false }: { replace?: boolean } = {}): void {
  if (path === location.pathname) return;
  if (replace) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  // The browser tells of the back button only: who follows the address hears of ours in the same way.
  dispatchEvent(new PopStateEvent('popstate'));
}

/** Leads the address that drafts had before, `/#draft`, to the one they have now. */
export function redirectOldAddress(): void {
  if (location.hash === '#draft') history.replaceState(null, '', '/drafts');
}
