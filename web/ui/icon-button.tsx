import type { ButtonHTMLAttributes, ReactElement } from 'react';
import { Icon, type IconName } from './icon.tsx';

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label' | 'type' | 'title'> & {
  readonly icon: IconName;
  /** Its name, also shown under the pointer. */
  readonly label: string;
};

/** A button that shows a picture only. */
export function IconButton({ icon, label, className, ...rest }: Props): ReactElement {
  return (
    <button
      {...rest}
      aria-label={label}
      className={className === undefined ? 'icon-button' : `icon-button ${className}`}
      title={label}
      type="button"
    >
      <Icon name={icon} />
    </button>
  );
}
