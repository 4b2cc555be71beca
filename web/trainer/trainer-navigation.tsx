import { useState, type ReactElement } from 'react';
import { useMessages } from '../i18n/messages.ts';
import { Link } from '../router/link.tsx';
import { trainerGroups, trainerPath, type TrainerPart } from './trainer-parts.ts';

/** The ways to the trainer's pages: a column beside them, and on a narrow window a menu above. */
export function TrainerNavigation({
  current,
}: {
  readonly current: TrainerPart | null;
}): ReactElement {
  const { trainer } = useMessages();
  const [open, setOpen] = useState(false);
  const link = (part: TrainerPart) => (
    <Link
      aria-current={part === current ? 'page' : undefined}
      onClick={() => setOpen(false)}
      to={trainerPath(part)}
    >
      {trainer.parts[part]}
    </Link>
  );
  return (
    <nav aria-label={trainer.navigation} className={open ? 'trainer-nav open' : 'trainer-nav'}>
      <button
        aria-expanded={open}
        className="trainer-nav-toggle"
        onClick={() => setOpen(!open)}
        type="button"
      >
        {trainer.menu(current ? trainer.parts[current] : '…')}
      </button>
      <div className="trainer-nav-links">
        {link('overview')}
        {trainerGroups.map(({ group, parts }) => (
          <div key={group}>
            <p id={`trainer-group-${group}`}>{trainer.groups[group]}</p>
            <ul aria-labelledby={`trainer-group-${group}`}>
              {parts.map((part) => (
                <li key={part}>{link(part)}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  );
}
