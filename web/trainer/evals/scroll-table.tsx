import type { ReactElement, ReactNode } from 'react';

type Props = {
  readonly caption: string;
  /** Names the place that scrolls. */
  readonly label: string;
  readonly children: ReactNode;
};

/** A table of numbers: its columns scroll sideways where they are a little too wide; on a phone each row is a card. */
export function ScrollTable({ caption, label, children }: Props): ReactElement {
  return (
    <div aria-label={label} className="trainer-scroll" role="region" tabIndex={0}>
      <table className="cards eval-table">
        <caption>{caption}</caption>
        {children}
      </table>
    </div>
  );
}
