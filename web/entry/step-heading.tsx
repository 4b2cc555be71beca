import { type ReactElement, useEffect, useRef } from 'react';

/** Heading of a step; takes the focus where one has moved to it, since what had the focus is gone. */
export function StepHeading({ text, focus }: { text: string; focus: boolean }): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!focus) return;
    // A step begins at its top, wherever the one before was left.
    scrollTo({ top: 0, behavior: 'instant' });
    heading.current?.focus({ preventScroll: true });
  }, [focus]);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {text}
    </h2>
  );
}
