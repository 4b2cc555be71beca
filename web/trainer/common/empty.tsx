import type { ReactElement, ReactNode } from 'react';

/** That a list holds nothing yet, why, and what can be done. */
export function Empty({
  children,
  action,
}: {
  readonly children: string;
  readonly action?: ReactNode;
}): ReactElement {
  return (
    <div className="trainer-empty">
      <p>{children}</p>
      {action}
    </div>
  );
}
