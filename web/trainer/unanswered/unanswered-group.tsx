import type { ReactElement } from 'react';
import type { Place } from '../../../server/contract/course.ts';
import type { UnansweredGroup } from '../../../server/contract/oversight.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Link } from '../../router/link.tsx';
import { placePath } from '../../sources/place-label.ts';
import type { OpenPlace } from '../../sources/use-document-panel.ts';
import { noon } from '../common/noon.ts';
import { trainerPath } from '../trainer-parts.ts';

/** Questions that several students asked and the course does not answer, and where to complete it. */
export function UnansweredGroupItem({
  group,
  heading: Heading,
  onOpen,
}: {
  readonly group: UnansweredGroup;
  readonly heading: 'h3' | 'h4';
  readonly onOpen: OpenPlace;
}): ReactElement {
  const { trainer, common } = useMessages();
  const { unanswered } = trainer;
  const { nearest, questions, students, examples, lastAskedOn } = group;
  return (
    <li className="gap">
      <div className="gap-head">
        {nearest ? (
          <Heading lang={nearest.language}>
            <SectionName place={nearest} />
          </Heading>
        ) : (
          <Heading>{unanswered.noSection}</Heading>
        )}
        <p className="trainer-meta">
          <strong>{unanswered.questions(questions)}</strong>
          {students !== null && <span>{unanswered.students(students)}</span>}
          <span>{unanswered.lastAsked(common.day(noon(lastAskedOn)))}</span>
        </p>
      </div>
      {examples.length > 0 && (
        <ul aria-label={unanswered.examples} className="gap-examples">
          {examples.map(({ text, language }, index) => (
            <li key={index} lang={language}>
              <q>{text}</q>
            </li>
          ))}
        </ul>
      )}
      {nearest ? (
        <div className="actions">
          <Link
            aria-label={unanswered.completeName(nearest.title)}
            className="button"
            to={trainerPath('documents', encodeURIComponent(nearest.documentId))}
          >
            {unanswered.complete}
          </Link>
          <button
            aria-label={unanswered.readSectionName(placePath(nearest))}
            onClick={(event) => onOpen(nearest, 'section', event.currentTarget)}
            type="button"
          >
            {unanswered.readSection}
          </button>
        </div>
      ) : (
        <p>
          {unanswered.noSectionAdvice}{' '}
          <Link to={trainerPath('documents')}>{unanswered.addDocument}</Link>
        </p>
      )}
    </li>
  );
}

/** Where a section stands, said more quietly than the section itself. */
function SectionName({ place }: { readonly place: Place }): ReactElement {
  const names = [place.title, ...place.headings];
  const above = names.slice(0, -1);
  return (
    <>
      {above.length > 0 && <span className="gap-above">{above.join(' › ')} › </span>}
      {names.at(-1)}
    </>
  );
}
