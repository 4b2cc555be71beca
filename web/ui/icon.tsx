import type { ReactElement } from 'react';

/** Outlines on a 24 × 24 grid, drawn for this page. */
const paths = {
  add: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6L6 18',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  down: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  edit: 'M5 19l1-4L16.5 4.5l3 3L9 18z',
  list: 'M5 7h14M5 12h14M5 17h9',
  redo: 'M19 12a7 7 0 1 1-2.2-5.1M19 4v4h-4',
  remove: 'M5 7h14M10 7V4.5h4V7M7 7l.8 12.5h8.4L17 7M10.5 11v5M13.5 11v5',
  thumbDown:
    'M17 4v9.5M17 13.5l-4.2 6.3c-1.4 0-2.3-1-2.1-2.3l.5-3H6.4c-1.2 0-2-1-1.7-2.2l1.4-6.2C6.3 5 7.1 4 8.3 4H17M17 4h3v9.500h-3',
  thumbUp:
    'M7 20v-9.500M7 10.500l4.2-6.300c1.4 0 2.3 1 2.1 2.300l-.5 3h4.800c1.2 0 2 1 1.7 2.200l-1.4 6.200c-.2 1.1-1 2.1-2.2 2.100H7M7 20H4v-9.500h3',
} as const;

/** What a picture shows. */
export type IconName = keyof typeof paths;

/** A small picture that says nothing by itself: the control around it has a name. */
export function Icon({ name }: { name: IconName }): ReactElement {
  return (
    <svg aria-hidden="true" className="icon" focusable="false" viewBox="0 0 24 24">
      <path d={paths[name]} />
    </svg>
  );
}
