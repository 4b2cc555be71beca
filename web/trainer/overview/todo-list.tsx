import type { ReactElement } from 'react';
import type { OverviewView } from '../../../server/contract/oversight.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Link } from '../../router/link.tsx';
import { trainerPath } from '../trainer-parts.ts';
import { endpointNeedsAction } from './endpoint-needs-action.ts';

/** What needs the trainer, the gravest first, each with the page where it is mended. */
export function TodoList({
  view: { endpoint, documents, unhelpful },
}: {
  readonly view: OverviewView;
}): ReactElement {
  const { trainer } = useMessages();
  const { overview, settings } = trainer;
  const offline = endpoint.state === 'offline';
  const todo = [
    ...(endpointNeedsAction(endpoint)
      ? [
          {
            grave: true,
            title: `${settings.endpointTitle} – ${settings.states[endpoint.state]}`,
            text: settings.statesExplained[endpoint.state],
            to: trainerPath('settings'),
            link: overview.seeEndpoint,
          },
        ]
      : []),
    ...(documents.failed > 0
      ? [
          {
            grave: true,
            title: trainer.parts.documents,
            text: overview.failedDocuments(documents.failed),
            to: trainerPath('documents'),
            link: overview.seeDocuments,
          },
        ]
      : []),
    ...(unhelpful > 0
      ? [
          {
            grave: false,
            title: trainer.parts.ratings,
            text: overview.unhelpful(unhelpful),
            to: trainerPath('ratings'),
            link: overview.seeRatings,
          },
        ]
      : []),
  ];
  return (
    <section className="trainer-section">
      <h3>{overview.todoTitle}</h3>
      {todo.length === 0 && <p>{overview.todoNone}</p>}
      {todo.length > 0 && (
        <ul className="todo">
          {todo.map(({ grave, title, text, to, link }) => (
            <li className={grave ? 'grave' : undefined} key={to}>
              <h4>{title}</h4>
              <p>{text}</p>
              <Link to={to}>{link}</Link>
            </li>
          ))}
        </ul>
      )}
      {offline && (
        <details className="trainer-help">
          <summary>
            {settings.endpointTitle} – {settings.states.offline}
          </summary>
          <p>{settings.statesExplained.offline}</p>
        </details>
      )}
    </section>
  );
}
