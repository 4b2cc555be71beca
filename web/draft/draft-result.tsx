import { useCallback, useMemo, type ReactElement } from 'react';
import type { Critique } from '../../server/contract/critiques.ts';
import type { DraftView } from '../../server/contract/drafts.ts';
import { useMessages, type Messages } from '../i18n/messages.ts';
import type { OpenPlace } from '../sources/use-document-panel.ts';
import { DraftText, type SignedMark } from './draft-text.tsx';
import { feedbackPoints, marksOf, type FeedbackPoint } from './feedback-points.ts';
import { FeedbackNotes } from './feedback-notes.tsx';
import { FirstItem } from './first-item.tsx';
import { PointCard } from './point-card.tsx';
import { usePointLinks } from './use-point-links.ts';

type Props = {
  readonly draft: DraftView;
  readonly critique: Critique;
  readonly onOpen: OpenPlace;
};

/** The feedback on a draft: what to read first, every criterion, and the draft with the quotations of both marked. */
export function DraftResult({ draft: shown, critique, onOpen }: Props): ReactElement {
  const { draft } = useMessages();
  const { links, place } = usePointLinks();
  const { toPoint } = links;
  const text = critique.text ?? shown.text;
  const points = useMemo(() => feedbackPoints(critique), [critique]);
  const marks = useMemo(() => signMarks(points, text, draft), [points, text, draft]);
  const choose = useCallback(({ about }: SignedMark) => toPoint(about), [toPoint]);
  const pointOf = (about: string) => points.find((point) => point.about === about);
  const criteria = points.filter(({ kind }) => kind === 'criterion');
  const whole = points.filter(({ kind }) => kind === 'draft');
  const cards = (list: readonly FeedbackPoint[]) => (
    <ol className="points">
      {list.map((point) => (
        <PointCard
          isItem={critique.items.some(({ about }) => about === point.about)}
          key={point.about}
          language={shown.language}
          links={links}
          marks={marks.filter(({ about }) => about === point.about)}
          onOpen={onOpen}
          point={point}
        />
      ))}
    </ol>
  );

  return (
    <div className="draft-room">
      <div className="draft-columns">
        <div className="draft-side">
          <section aria-labelledby="read-first">
            <h3 id="read-first">{draft.first}</h3>
            {critique.items.length === 0 && <p className="hint">{draft.nothingFirst}</p>}
            <ol className="first-items">
              {critique.items.map((item) => (
                <FirstItem
                  item={item}
                  key={`${item.kind} ${item.about}`}
                  language={shown.language}
                  links={links}
                  point={pointOf(item.about)}
                />
              ))}
            </ol>
            <FeedbackNotes critique={critique} fallback={shown.fallback} text={shown.text} />
          </section>
          <section aria-labelledby="by-criterion">
            <h3 id="by-criterion">{draft.criteria}</h3>
            {cards(criteria)}
          </section>
          {whole.length > 0 && (
            <section aria-labelledby="as-a-whole">
              <h3 id="as-a-whole">{draft.whole}</h3>
              {cards(whole)}
            </section>
          )}
        </div>
        <DraftText
          active={links.active}
          className="draft-sheet"
          marks={marks}
          name={draft.yourDraft}
          onChoose={choose}
          ref={place}
          text={text}
        />
      </div>
    </div>
  );
}

function signMarks(
  points: readonly FeedbackPoint[],
  text: string,
  messages: Messages['draft'],
): readonly SignedMark[] {
  const byAbout = new Map(points.map((point) => [point.about, point]));
  return marksOf(points, text).flatMap((mark) => {
    const point = byAbout.get(mark.about);
    if (!point) return [];
    const { sign } = point;
    const name =
      point.kind === 'criterion'
        ? messages.markOf(sign, point.criterion.name)
        : messages.markOfWhole(sign);
    return [{ ...mark, sign, name }];
  });
}
