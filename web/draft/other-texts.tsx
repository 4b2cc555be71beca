import { useState, type ReactElement } from 'react';
import { useMessages } from '../i18n/messages.ts';
import { shorten } from '../sources/place-label.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { guessLanguage } from './guess-language.ts';
import type { TypedText } from './typed-texts.ts';
import type { WritingDesk } from './writing-desk.ts';

/** Texts of the task that are kept beside the one being written: of another tab, or set aside for a file. */
export function OtherTexts({
  desk,
  others,
}: {
  desk: WritingDesk;
  others: readonly TypedText[];
}): ReactElement | null {
  const { common, draft } = useMessages();
  const [doomed, setDoomed] = useState<TypedText | null>(null);
  if (others.length === 0) return null;
  return (
    <section aria-label={draft.others} className="other-texts">
      <h3>{draft.others}</h3>
      <ul>
        {others.map((other) => (
          <li key={other.slot}>
            <p className="hint">
              {draft.other(common.moment(new Date(other.at).toISOString()), other.text.length)}
            </p>
            <p className="other-beginning" lang={guessLanguage(other.text)}>
              {shorten(other.text.trim(), 140)}
            </p>
            <div className="actions">
              <button onClick={() => desk.take(other)} type="button">
                {draft.takeOther}
              </button>
              <button className="quiet" onClick={() => setDoomed(other)} type="button">
                {draft.discardOther}
              </button>
            </div>
          </li>
        ))}
      </ul>
      {doomed && (
        <ConfirmDialog
          act={() => Promise.resolve({ ok: true, value: doomed })}
          cancel={common.cancel}
          confirm={draft.discardConfirm}
          explanation={draft.discardExplained}
          onCancel={() => setDoomed(null)}
          onDone={(other) => {
            setDoomed(null);
            desk.discard(other);
          }}
          title={draft.discardTitle}
        />
      )}
    </section>
  );
}
