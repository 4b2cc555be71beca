import type { ReactElement } from 'react';
import type { Citation } from '../../server/contract/course.ts';
import { useMessages } from '../i18n/messages.ts';
import { keepTogether } from '../i18n/keep-together.ts';
import { placePath, shorten } from '../sources/place-label.ts';
import type { OpenPlace } from '../sources/use-document-panel.ts';
import type { SignedMark } from './draft-text.tsx';
import { markId, quotationsOf, type FeedbackPoint } from './feedback-points.ts';
import { Finding } from './finding.tsx';
import { guessLanguage } from './guess-language.ts';
import type { PointLinks } from './use-point-links.ts';

type Props = {
  readonly point: FeedbackPoint;
  /** Whether it is among what to read first. */
  readonly isItem: boolean;
  /** Its marks in the draft. */
  readonly marks: readonly SignedMark[];
  readonly links: PointLinks;
  /** Language of the feedback. */
  readonly language: string;
  readonly onOpen: OpenPlace;
};

/** A criterion, or a remark on the whole draft: what was found, the words of the draft that show it, and the course. */
export function PointCard(props: Props): ReactElement {
  const { point, isItem, links, language, onOpen } = props;
  const { draft } = useMessages();
  const criterion = point.kind === 'criterion' ? point.criterion : null;
  const active = links.active === point.about;
  return (
    <li aria-current={active ? 'true' : undefined} className={active ? 'point active' : 'point'}>
      <div className="point-head">
        <h4 ref={links.headingOf(point.about)} tabIndex={-1}>
          <PointName {...props} />
        </h4>
        {criterion && <Finding finding={criterion.finding} />}
      </div>
      {criterion && (
        <p className="point-asks" lang={language}>
          {keepTogether(criterion.asks)}
        </p>
      )}
      <Quotations {...props} />
      {criterion && quotationsOf(point).length === 0 && <p className="hint">{draft.noQuotation}</p>}
      {criterion?.citation && <CoursePassage citation={criterion.citation} onOpen={onOpen} />}
      {isItem && <ToItem {...props} />}
    </li>
  );
}

/** The name of a point; a button that shows its first quotation where it has one. */
function PointName({ point, marks, links, language }: Props): ReactElement {
  const { draft } = useMessages();
  const [first] = marks;
  const { sign, about } = point;
  const name = point.kind === 'criterion' ? point.criterion.name : point.finding.sentence;
  const words = (
    <>
      <span aria-hidden={first ? undefined : true} className="point-sign">
        {sign}
      </span>{' '}
      <span className="point-words" lang={language}>
        {keepTogether(name)}
      </span>
    </>
  );
  if (!first) return words;
  return (
    <button
      aria-label={
        point.kind === 'criterion'
          ? draft.inDraft(sign, name)
          : `${name} ${draft.inDraftWhole(sign)}`
      }
      className="point-name"
      onClick={() => links.toMark(about, first.id)}
      type="button"
    >
      {words}
    </button>
  );
}

/** The way back to the question and the next step. */
function ToItem({ point, links }: Props): ReactElement {
  const { draft } = useMessages();
  const { about, sign } = point;
  return (
    <p className="point-next">
      <button
        aria-label={
          point.kind === 'criterion'
            ? draft.toItem(sign, point.criterion.name)
            : draft.toItemWhole(sign)
        }
        className="as-link"
        onClick={() => links.toItem(about)}
        type="button"
      >
        {draft.itemOf}
      </button>
    </p>
  );
}

function Quotations({ point, marks, links }: Props): ReactElement | null {
  const { draft } = useMessages();
  const quotations = quotationsOf(point);
  if (quotations.length === 0) return null;
  return (
    <ul aria-label={draft.yours} className="point-quotations">
      {quotations.map((quotation) => {
        const id = markId(point.about, quotation);
        const words = (
          <q lang={guessLanguage(quotation.quote)}>
            {keepTogether(shorten(quotation.quote.trim(), 220))}
          </q>
        );
        return (
          <li key={id}>
            {marks.some((mark) => mark.id === id) ? (
              <button
                className="quotation"
                onClick={() => links.toMark(point.about, id)}
                type="button"
              >
                {words}
              </button>
            ) : (
              words
            )}
          </li>
        );
      })}
    </ul>
  );
}

function CoursePassage({
  citation,
  onOpen,
}: {
  citation: Citation;
  onOpen: OpenPlace;
}): ReactElement {
  const { draft } = useMessages();
  const { language, plain } = citation;
  return (
    <div className="point-course">
      <p>
        <span className="hint">{draft.course}</span>{' '}
        <button
          className="place-button"
          onClick={(event) => onOpen(citation, 'quotation', event.currentTarget)}
          type="button"
        >
          <span lang={language}>{placePath(citation)}</span>
        </button>
      </p>
      <blockquote lang={language}>
        <q>{keepTogether(plain)}</q>
      </blockquote>
    </div>
  );
}
