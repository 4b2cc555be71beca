import type { ReactElement } from 'react';
import type { DraftQuotation, ProgressItem } from '../../server/contract/critiques.ts';
import { useMessages } from '../i18n/messages.ts';
import { keepTogether } from '../i18n/keep-together.ts';
import { shorten } from '../sources/place-label.ts';
import type { SignedMark } from './draft-text.tsx';
import { markId } from './feedback-points.ts';
import { Change } from './finding.tsx';
import { guessLanguage } from './guess-language.ts';

/** Which of two drafts a quotation is from. */
export type Side = 'before' | 'now';

/** What became of one point between two drafts, with what each says of it. */
export function ProgressEntry({
  item,
  sign,
  active,
  language,
  shows,
  onShow,
}: {
  item: ProgressItem;
  sign: string;
  active: boolean;
  language: string;
  shows: Readonly<Record<Side, readonly SignedMark[]>>;
  onShow: (side: Side, about: string, id: string) => void;
}): ReactElement {
  const { draft } = useMessages();
  const { about, name, change, gone } = item;
  const label = (side: Side) => (
    <span className="hint">{side === 'before' ? draft.before : draft.now}</span>
  );
  const quoted = (side: Side, quotation: DraftQuotation | null) => {
    if (quotation === null) {
      // Said only beside a quotation of the other draft: of some remarks neither quotes anything.
      return item.before || item.now ? (
        <p className="progress-quotation">
          {label(side)} <span className="hint none-quoted">{draft.noneQuoted}</span>
        </p>
      ) : null;
    }
    const id = markId(about, quotation);
    const words = (
      <q lang={guessLanguage(quotation.quote)}>
        {keepTogether(shorten(quotation.quote.trim(), 160))}
      </q>
    );
    return (
      <p className="progress-quotation">
        {label(side)}{' '}
        {shows[side].some((mark) => mark.id === id) ? (
          <button className="quotation" onClick={() => onShow(side, about, id)} type="button">
            {words}
          </button>
        ) : (
          words
        )}
      </p>
    );
  };
  return (
    <li className={active ? 'point active' : 'point'}>
      <div className="point-head">
        <h4 data-sign={sign} tabIndex={-1}>
          <span className="point-sign">{sign}</span>{' '}
          <span lang={language}>{keepTogether(name)}</span>
        </h4>
        <Change change={change} />
      </div>
      {quoted('before', item.before)}
      {gone && <p className="gone">{draft.goneQuotation}</p>}
      {quoted('now', item.now)}
    </li>
  );
}
