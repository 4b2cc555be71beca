import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { useMessages } from '../../i18n/messages.ts';
import { dayOf, endOfDay, isOver } from './code-expiry.ts';

/** Name and last day of the code of a class. */
export type ClassFields = {
  readonly name: string;
  /** ISO 8601; `null` for a code that does not expire. */
  readonly codeExpiresAt: string | null;
};

type Props = {
  readonly start: ClassFields;
  readonly submit: string;
  readonly busy: boolean;
  readonly onSubmit: (fields: ClassFields) => void;
  /** More fields. */
  readonly children?: ReactNode;
  /** A button beside the one that sends. */
  readonly beside?: ReactNode;
};

/** Where a class is named and its code is given a last day. */
export function ClassForm(props: Props): ReactElement {
  const { start, submit, busy, onSubmit, children, beside } = props;
  const { trainer } = useMessages();
  const { classes } = trainer;
  const id = useId();
  const [name, setName] = useState(start.name);
  const [day, setDay] = useState(dayOf(start.codeExpiresAt));
  const [problem, setProblem] = useState<'name' | 'day' | null>(null);
  const send = () => {
    const kept = day === dayOf(start.codeExpiresAt);
    const codeExpiresAt = kept ? start.codeExpiresAt : endOfDay(day);
    const wrongDay = !kept && codeExpiresAt !== null && isOver(codeExpiresAt, new Date());
    const wrong = name.trim() === '' ? 'name' : wrongDay ? 'day' : null;
    setProblem(wrong);
    if (wrong === null) onSubmit({ name: name.trim(), codeExpiresAt });
    else document.getElementById(`${id}-${wrong}`)?.focus();
  };
  return (
    <form
      className="trainer-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) send();
      }}
    >
      <div className="field">
        <label htmlFor={`${id}-name`}>{classes.name}</label>
        <input
          aria-describedby={`${id}-name-hint`}
          aria-invalid={problem === 'name'}
          autoComplete="off"
          id={`${id}-name`}
          maxLength={80}
          onChange={(event) => setName(event.target.value)}
          value={name}
        />
        <p className={problem === 'name' ? 'failure' : 'trainer-hint'} id={`${id}-name-hint`}>
          {problem === 'name' ? classes.nameMissing : classes.nameHint}
        </p>
      </div>
      <div className="field">
        <label htmlFor={`${id}-day`}>{classes.expires}</label>
        <input
          aria-describedby={`${id}-day-hint`}
          aria-invalid={problem === 'day'}
          id={`${id}-day`}
          onChange={(event) => setDay(event.target.value)}
          type="date"
          value={day}
        />
        <p className={problem === 'day' ? 'failure' : 'trainer-hint'} id={`${id}-day-hint`}>
          {problem === 'day' ? classes.dayPast : classes.expiresHint}
        </p>
      </div>
      {children}
      <div className="actions">
        {beside}
        <button className="primary" disabled={busy} type="submit">
          {submit}
        </button>
      </div>
    </form>
  );
}
