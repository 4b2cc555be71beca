import type { ReactElement } from 'react';

const titleId = 'trainer-title';

/** What one of the trainer's pages is, and what it is for. */
export function PageHead({
  title,
  lead,
}: {
  readonly title: string;
  readonly lead: string;
}): ReactElement {
  return (
    <header className="trainer-head">
      <h2 id={titleId} tabIndex={-1}>
        {title}
      </h2>
      <p>{lead}</p>
    </header>
  );
}

/** Puts the focus on the title of the page. */
export function focusTitle(): void {
  document.getElementById(titleId)?.focus();
}

/** Puts the focus on the title of the page once what held it is gone, as a deleted row is with its buttons. */
export function keepFocus(): void {
  requestAnimationFrame(() => {
    if (document.activeElement === null || document.activeElement === document.body) focusTitle();
  });
}
