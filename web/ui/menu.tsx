import { type ReactElement, type ReactNode, useRef } from 'react';

/** A few links or buttons behind a name; goes away with Escape, a choice, or when the focus leaves it. */
export function Menu({ name, children }: { name: ReactNode; children: ReactNode }): ReactElement {
  const element = useRef<HTMLDetailsElement>(null);
  const close = () => {
    if (element.current) element.current.open = false;
  };
  return (
    // The keys come from the controls inside, which are what one acts on.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <details
      className="menu"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !element.current?.open) return;
        event.stopPropagation();
        close();
        element.current.querySelector('summary')?.focus();
      }}
      ref={element}
    >
      <summary>{name}</summary>
      <div className="menu-items">{children}</div>
    </details>
  );
}
