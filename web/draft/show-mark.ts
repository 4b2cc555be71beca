/**
 * Brings a mark of a draft into view within the place that shows it, and gives its sign the focus; the page itself
 * moves only as far as it must.
 */
export function showMark(place: HTMLElement | null, id: string): void {
  const sign = [...(place?.querySelectorAll<HTMLElement>('[data-sign]') ?? [])].find(
    (one) => one.dataset['sign'] === id,
  );
  if (!place || !sign) return;
  const mark = [...place.querySelectorAll<HTMLElement>('mark')].find((one) =>
    one.dataset['marks']?.split(' ').includes(id),
  );
  const shown = mark ?? sign;
  scrollWithin(place, shown);
  sign.focus({ preventScroll: true });
  shown.scrollIntoView({ block: 'nearest' });
}

/** Brings the first mark of a point into view within a place that scrolls by itself; the page and the focus stay. */
export function revealMark(place: HTMLElement | null, about: string): void {
  const mark = [...(place?.querySelectorAll<HTMLElement>('mark') ?? [])].find((one) =>
    one.dataset['marks']?.split(' ').some((id) => id.startsWith(`${about}:`)),
  );
  if (!place || !mark) return;
  const [outer, inner] = [place.getBoundingClientRect(), mark.getBoundingClientRect()];
  if (inner.top < outer.top || inner.bottom > outer.bottom) scrollWithin(place, mark);
}

function scrollWithin(place: HTMLElement, element: HTMLElement): void {
  if (place.scrollHeight <= place.clientHeight) return;
  const above = element.getBoundingClientRect().top - place.getBoundingClientRect().top;
  // A third from the top: what comes before is read with it.
  place.scrollTop += above - place.clientHeight / 3;
}

/** Brings an element into view, with what follows it, and gives it the focus. */
export function showElement(element: HTMLElement | null): void {
  if (!element) return;
  element.focus({ preventScroll: true });
  const { top, bottom } = element.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight * 0.6) element.scrollIntoView({ block: 'start' });
}
