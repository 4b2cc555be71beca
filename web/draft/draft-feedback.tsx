import type { ReactElement } from 'react';
import type {
  Critique,
  CriterionFinding,
  DraftQuotation,
  FeedbackItem,
  ProgressItem,
} from '../../server/contract/critiques.ts';
import { useMessages } from '../i18n/messages.ts';
import { placePath } from '../sources/place-label.ts';
import type { OpenPlace } from '../sources/use-document-panel.ts';

/** The feedback on a draft: what to read first, then every criterion with its quotations, then the progress. */
export function DraftFeedback({
  critique,
  onOpen,
}: {
  critique: Critique;
  onOpen: OpenPlace;
}): ReactElement {
  const { draft: messages } = useMessages();
  const nameOf = (about: string) =>
    critique.criteria.find(({ criterion }) => criterion === about)?.name;
  return (
    <div className="feedback">
      <h3>{messages.first}</h3>
      <ol className="feedback-items">
        {critique.items.map((item) => (
          <Item item={item} key={item.about} name={nameOf(item.about)} />
        ))}
      </ol>
      <h3>{messages.criteria}</h3>
      <ul className="feedback-criteria">
        {critique.criteria.map((criterion) => (
          <Criterion criterion={criterion} key={criterion.criterion} onOpen={onOpen} />
        ))}
        {critique.findings.map(({ id, sentence, quotations }) => (
          <li key={id}>
            <p>{sentence}</p>
            <Quotations quotations={quotations} />
          </li>
        ))}
      </ul>
      {critique.progress && critique.progress.length > 0 && (
        <>
          <h3>{messages.since}</h3>
          <ul className="feedback-criteria">
            {critique.progress.map((item) => (
              <Progress item={item} key={item.about} />
            ))}
          </ul>
        </>
      )}
      <Notes critique={critique} />
    </div>
  );
}

/** What lowers the trust that the feedback deserves. */
function Notes({ critique }: { critique: Critique }): ReactElement | null {
  const { draft: messages } = useMessages();
  if (critique.text === null && critique.dropped === 0) return null;
  return (
    <ul className="notes">
      {critique.text !== null && <li>{messages.repaired}</li>}
      {critique.dropped > 0 && <li>{messages.dropped(critique.dropped)}</li>}
    </ul>
  );
}

function Item({ item, name }: { item: FeedbackItem; name: string | undefined }): ReactElement {
  const { draft: messages } = useMessages();
  return (
    <li className={item.kind}>
      {name !== undefined && <h4>{name}</h4>}
      <p>{item.sentence}</p>
      <dl>
        <dt>{messages.question}</dt>
        <dd>{item.question}</dd>
        <dt>{messages.next}</dt>
        <dd>{item.nextStep}</dd>
      </dl>
    </li>
  );
}

function Criterion({
  criterion,
  onOpen,
}: {
  criterion: CriterionFinding;
  onOpen: OpenPlace;
}): ReactElement {
  const { draft: messages } = useMessages();
  const { name, finding, quotations, citation } = criterion;
  return (
    <li>
      <h4>
        {name} <span className={`finding ${finding}`}>{messages.finding[finding]}</span>
      </h4>
      <Quotations quotations={quotations} />
      {citation && (
        <p className="feedback-course">
          {messages.course}{' '}
          <button
            className="place-button"
            onClick={(event) => onOpen(citation, 'quotation', event.currentTarget)}
            type="button"
          >
            <span lang={citation.language}>{placePath(citation)}</span>
          </button>
          <q lang={citation.language}>{citation.plain}</q>
        </p>
      )}
    </li>
  );
}

function Quotations({
  quotations,
}: {
  quotations: readonly DraftQuotation[];
}): ReactElement | null {
  const { draft: messages } = useMessages();
  if (quotations.length === 0) return null;
  return (
    <ul aria-label={messages.yours} className="feedback-quotations">
      {quotations.map(({ start, quote }) => (
        <li key={start}>
          <q>{quote}</q>
        </li>
      ))}
    </ul>
  );
}

function Progress({ item }: { item: ProgressItem }): ReactElement {
  const { draft: messages } = useMessages();
  const { name, change, before, now, gone } = item;
  return (
    <li>
      <h4>
        {name} <span className={`finding ${change}`}>{messages.change[change]}</span>
      </h4>
      {before && (
        <p>
          {messages.before} <q>{before.quote}</q> {gone && <em>{messages.gone}</em>}
        </p>
      )}
      {now && (
        <p>
          {messages.now} <q>{now.quote}</q>
        </p>
      )}
    </li>
  );
}
