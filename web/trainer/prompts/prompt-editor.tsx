import { type ReactElement, useId, useState } from 'react';
import type { PromptsView, PromptVersion } from '../../../server/contract/evals.ts';
import type { Failure } from '../../api/failure.ts';
import { sendJson } from '../../api/send-json.ts';
import { useMessages } from '../../i18n/messages.ts';
import { navigate } from '../../router/navigate.ts';
import { FailureNote } from '../common/loaded.tsx';
import { PageHead } from '../common/page-head.tsx';
import { LinesDiff } from './lines-diff.tsx';
import { promptLimits } from './prompt-limits.ts';
import { versionPath } from './prompt-paths.ts';
import { rulesLanguage } from './rules-language.ts';
import { useKeptText } from './use-kept-text.ts';

type Props = {
  /** The version that the text begins with. */
  readonly from: PromptVersion;
  /** Leads to the list. */
  readonly back: ReactElement;
  readonly onSaved: (view: PromptsView) => void;
};

/** Where a new version is written; what is typed is kept in this browser until the server has it. */
export function PromptEditor({ from, back, onSaved }: Props): ReactElement {
  const { evals, trainer, common } = useMessages();
  const { prompts } = evals;
  const [text, setText, forgetText] = useKeptText(`prompt-${from.version}`, from.text);
  const [note, setNote, forgetNote] = useKeptText(`prompt-note-${from.version}`, '');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const ids = { text: useId(), note: useId(), hint: useId(), noteHint: useId() };
  const over = text.trim().length - promptLimits.text;
  const isSame = text.trim() === from.text.trim();
  const forget = () => {
    forgetText();
    forgetNote();
  };
  const save = async () => {
    setBusy(true);
    const result = await sendJson<PromptsView>('POST', '/api/trainer/prompts', { text, note });
    setBusy(false);
    if (!result.ok) return setFailure(result.failure);
    forget();
    onSaved(result.value);
    navigate(versionPath(result.value.versions[0]?.version ?? 0));
  };
  return (
    <>
      <div className="eval-head">
        {back}
        <PageHead lead={prompts.writeLead(from.version)} title={prompts.write} />
      </div>
      <form
        className="prompt-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy && !isSame && over <= 0) void save();
        }}
      >
        <div className="field">
          <label htmlFor={ids.text}>{prompts.text}</label>
          <textarea
            aria-describedby={ids.hint}
            aria-invalid={over > 0}
            className="rules-field"
            id={ids.text}
            lang={rulesLanguage(text)}
            onChange={(event) => setText(event.target.value)}
            rows={18}
            value={text}
          />
          <p className={over > 0 ? 'failure' : 'trainer-hint'} id={ids.hint}>
            {over > 0
              ? prompts.tooLong(trainer.count(over))
              : `${prompts.textHint(trainer.count(promptLimits.text))} ${prompts.kept}`}
          </p>
        </div>
        <div className="field">
          <label htmlFor={ids.note}>{prompts.noteLabel}</label>
          <input
            aria-describedby={ids.noteHint}
            id={ids.note}
            maxLength={promptLimits.note}
            onChange={(event) => setNote(event.target.value)}
            value={note}
          />
          <p className="trainer-hint" id={ids.noteHint}>
            {prompts.noteHint}
          </p>
        </div>
        {failure && <FailureNote failure={failure} />}
        <div className="prompt-actions">
          <button className="primary" disabled={busy || isSame || over > 0} type="submit">
            {busy ? prompts.saving : prompts.save}
          </button>
          {!isSame && (
            <button onClick={forget} type="button">
              {prompts.discard}
            </button>
          )}
          <button onClick={() => navigate(versionPath(from.version))} type="button">
            {common.cancel}
          </button>
        </div>
      </form>
      <section className="trainer-section">
        <h3>{prompts.changes}</h3>
        {isSame ? <p>{prompts.unchanged}</p> : <LinesDiff after={text} before={from.text} />}
      </section>
    </>
  );
}
