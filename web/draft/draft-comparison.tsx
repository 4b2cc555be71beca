import { useMemo, useRef, useState, type ReactElement, type RefObject } from 'react';
import type { Critique } from '../../server/contract/critiques.ts';
import type { DraftView } from '../../server/contract/drafts.ts';
import { useMessages } from '../i18n/messages.ts';
import { draftSentence } from './draft-sentence.ts';
import { DraftText, type SignedMark } from './draft-text.tsx';
import { progressSigns, toMarks } from './feedback-points.ts';
import { ProgressEntry, type Side } from './progress-entry.tsx';
import { showElement, showMark } from './show-mark.ts';
import { usePreviousDraft } from './use-previous-draft.ts';

type Props = {
  readonly draft: DraftView;
  readonly critique: Critique;
  /** Null once that one was deleted. */
  readonly previousId: string | null;
};

/** A draft beside the one before it, and what became, between the two, of every point. */
export function DraftComparison({ draft: shown, critique, previousId }: Props): ReactElement {
  const messages = useMessages();
  const { draft } = messages;
  const { previous, reload } = usePreviousDraft(previousId);
  const [active, setActive] = useState<string | null>(null);
  const beforeSheet = useRef<HTMLElement>(null);
  const nowSheet = useRef<HTMLElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const progress = useMemo(() => critique.progress ?? [], [critique]);
  const nowText = critique.text ?? shown.text;
  const beforeText = previous?.ok ? (previous.value.critique?.text ?? previous.value.text) : '';
  const signs = useMemo(() => progressSigns(critique), [critique]);
  const nowMarks = useMemo(() => sideMarks(critique, 'now', nowText), [critique, nowText]);
  const beforeMarks = useMemo(
    () => sideMarks(critique, 'before', beforeText),
    [critique, beforeText],
  );
  const choose = ({ about, sign }: SignedMark) => {
    setActive(about);
    showElement(list.current?.querySelector<HTMLElement>(`[data-sign="${sign}"]`) ?? null);
  };
  const show = (side: Side, about: string, id: string) => {
    setActive(about);
    showMark((side === 'before' ? beforeSheet : nowSheet).current, id);
  };

  return (
    <>
      <section aria-labelledby="since" className="since">
        <h3 id="since">{draft.since}</h3>
        {progress.length === 0 && <p className="hint">{draft.nothingSince}</p>}
        <ol className="progress-items" ref={list}>
          {progress.map((item) => (
            <ProgressEntry
              active={active === item.about}
              item={item}
              key={item.about}
              language={shown.language}
              onShow={show}
              shows={{ before: beforeMarks, now: nowMarks }}
              sign={signs.get(item.about) ?? ''}
            />
          ))}
        </ol>
      </section>
      {previous && !previous.ok && (
        <div className="draft-problem">
          <p className="failure">
            {previous.failure.code === 'not-found'
              ? draft.oldGone
              : draftSentence(messages, previous.failure)}
          </p>
          {previous.failure.code !== 'not-found' && (
            <button onClick={reload} type="button">
              {messages.common.retry}
            </button>
          )}
        </div>
      )}
      <div className="draft-columns both">
        {previous?.ok && (
          <Sheet
            active={active}
            marks={beforeMarks}
            onChoose={choose}
            place={beforeSheet}
            text={beforeText}
            title={draft.oldDraft}
          />
        )}
        <Sheet
          active={active}
          marks={nowMarks}
          onChoose={choose}
          place={nowSheet}
          text={nowText}
          title={draft.newDraft}
        />
      </div>
    </>
  );
}

function Sheet({
  title,
  place,
  ...shown
}: {
  title: string;
  text: string;
  marks: readonly SignedMark[];
  active: string | null;
  onChoose: (mark: SignedMark) => void;
  place: RefObject<HTMLElement | null>;
}): ReactElement {
  return (
    <div className="draft-beside">
      <h3>{title}</h3>
      <DraftText {...shown} className="draft-sheet" name={title} ref={place} />
    </div>
  );
}

function sideMarks(critique: Critique, side: Side, text: string): readonly SignedMark[] {
  const signs = progressSigns(critique);
  return (critique.progress ?? []).flatMap((item) => {
    const quotation = item[side];
    const sign = signs.get(item.about) ?? '';
    const marks = quotation ? toMarks(item.about, [quotation], text) : [];
    return marks.map((mark) => ({ ...mark, sign, name: `${sign} ${item.name}` }));
  });
}
