/**
 * Keeps what the student reads where it is while the column beside a document gets narrower or wider: the question, if
 * it is in sight, else the control itself. To be called before the page changes.
 *
 * @param control what was pressed
 */
export function keepInPlace(control: HTMLElement): void {
  const question = control.closest('.turn')?.querySelector<HTMLElement>('.question');
  const anchor = question && question.getBoundingClientRect().top >= 0 ? question : control;
  const before = anchor.getBoundingClientRect().top;
  // Two frames: the first lays the columns out, and the browser itself may have moved the page by the second.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const moved = anchor.getBoundingClientRect().top - before;
      if (anchor.isConnected && Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' });
    }),
  );
}
