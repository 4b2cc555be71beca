import type { ReactElement } from 'react';
import type { FeedbackItem } from '../../server/contract/critiques.ts';
import { keepTogether } from '../i18n/keep-together.ts';
import { useMessages } from '../i18n/messages.ts';
import type { FeedbackPoint } from './feedback-points.ts';
import type { PointLinks } from './use-point-links.ts';

type Props = {
  readonly item: FeedbackItem;
  /** What it speaks of. */
  readonly point: FeedbackPoint | undefined;
  readonly links: PointLinks;
  /** Language of the feedback. */
  readonly language: string;
};

/** One thing to read first: a strength or a gap, a question, and the next step. */
export function FirstItem({ item, point, links, language }: Props): ReactElement {
  const { draft } = useMessages();
  const active = links.active === item.about;
  return (
    <li
      className={`item-${item.kind}${active ? ' active' : ''}`}
      ref={links.itemOf(item.about)}
      tabIndex={-1}
    >
      <p className="item-head">
        <span className="item-kind">{draft.kind[item.kind]}</span>
        {point && <ToPoint language={language} links={links} point={point} />}
      </p>
      <p className="item-sentence" lang={language}>
        {keepTogether(item.sentence)}
      </p>
      <dl>
        <dt>{draft.question}</dt>
        <dd lang={language}>{keepTogether(item.question)}</dd>
        <dt>{draft.next}</dt>
        <dd lang={language}>{keepTogether(item.nextStep)}</dd>
      </dl>
    </li>
  );
}

/** The way to the criterion, or to the remark on the whole draft. */
function ToPoint({
  point,
  links,
  language,
}: {
  point: FeedbackPoint;
  links: PointLinks;
  language: string;
}): ReactElement {
  const { draft } = useMessages();
  const { about, sign } = point;
  return (
    <button
      aria-label={
        point.kind === 'criterion'
          ? draft.toCriterion(sign, point.criterion.name)
          : draft.toRemark(sign)
      }
      className="point-name"
      onClick={() => links.toPoint(about)}
      type="button"
    >
      <span className="point-sign">{sign}</span>{' '}
      {point.kind === 'criterion' ? (
        <span className="point-words" lang={language}>
          {point.criterion.name}
        </span>
      ) : (
        <span className="point-words">{draft.remark}</span>
      )}
    </button>
  );
}
