import { type ReactElement, useId } from 'react';

type Props = {
  /** Shared by the choices of one question. */
  readonly name: string;
  readonly label: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChoose: () => void;
};

/** One of several answers to a question, as a radio button with its label. */
export function RadioChoice({ name, label, checked, disabled, onChoose }: Props): ReactElement {
  const id = useId();
  return (
    <div className="choice">
      <input
        checked={checked}
        disabled={disabled}
        id={id}
        name={name}
        onChange={onChoose}
        type="radio"
      />
      <label htmlFor={id}>{label}</label>
    </div>
  );
}
