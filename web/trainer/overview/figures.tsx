import type { ReactElement } from 'react';
import type { OverviewView } from '../../../server/contract/oversight.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Link } from '../../router/link.tsx';
import { trainerPath, type TrainerPart } from '../trainer-parts.ts';

type Figure = {
  readonly part: TrainerPart;
  readonly name: string;
  readonly value: number;
  readonly note?: string;
};

/** Counts of what happens, each the way to its page. */
export function Figures({ view }: { readonly view: OverviewView }): ReactElement {
  const { trainer } = useMessages();
  const { overview } = trainer;
  const figures: readonly Figure[] = [
    { part: 'classes', name: overview.students, value: view.students },
    {
      part: 'unanswered',
      name: overview.asked,
      value: view.asked,
      note: overview.unansweredOf(view.unanswered),
    },
    {
      part: 'ratings',
      name: overview.ratings,
      value: view.helpful,
      note: overview.ratingsOf(view.helpful + view.unhelpful),
    },
    {
      part: 'exams',
      name: overview.hints,
      value: view.hints,
      note: overview.refusals(view.refusals),
    },
    { part: 'drafts', name: overview.sharedDrafts, value: view.sharedDrafts },
    {
      part: 'documents',
      name: overview.documents,
      value: view.documents.ready,
      note: overview.sealed(view.documents.sealed),
    },
  ];
  return (
    <section className="trainer-section">
      <h3>{overview.figuresTitle}</h3>
      <p className="trainer-hint">{overview.figuresLead}</p>
      <ul className="figures">
        {figures.map(({ part, name, value, note }) => (
          <li key={part}>
            <Link to={trainerPath(part)}>
              <span className="figure-name">{name}</span>
              <span className="figure-value">{trainer.count(value)}</span>
              {note !== undefined && <span className="figure-note">{note}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
