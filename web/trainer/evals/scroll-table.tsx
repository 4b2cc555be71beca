import type { ReactElement, ReactNode } from 'react';

type Props = {
  readonly caption: string;
  /** Names the place that scrolls. */
  readonly label: string;
  readonly children: ReactNode;
};

/** A table of numbers, which keeps its columns and scrolls sideways where there is no room for them. */
export function ScrollTable({ caption, label, children }: Props): ReactElement {
  return (
    <div aria-label={label} className="trainer-scroll" role="region" tabIndex={0}>
      <table className="eval-table">
        <caption>{caption}</caption>
        {children}
      </table>
    </div>
  );
}
