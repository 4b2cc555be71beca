import { useId, useState, type ReactElement } from 'react';
import type { SettingsRequest, SettingsView } from '../../../server/contract/settings.ts';
import type { Failure } from '../../api/failure.ts';
import { sendJson } from '../../api/send-json.ts';
import { useMessages } from '../../i18n/messages.ts';
import { TrainerConfirm } from '../common/trainer-confirm.tsx';
import { FailureNote } from '../common/loaded.tsx';
import { parseDays } from './parse-days.ts';
import { retentionLimits } from './retention-limits.ts';

const { least, usual, most } = retentionLimits;

/** How long students' work is kept, and where that is changed. */
export function RetentionSection({
  view,
  onSaved,
}: {
  readonly view: SettingsView;
  readonly onSaved: (view: SettingsView) => void;
}): ReactElement {
  const { trainer, common } = useMessages();
  const { settings } = trainer;
  const id = useId();
  const [text, setText] = useState(String(view.retentionDays));
  const [wrong, setWrong] = useState(false);
  const [asks, setAsks] = useState<number | null>(null);
  const [saved, setSaved] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const put = (retentionDays: number) =>
    sendJson<SettingsView>('PUT', '/api/trainer/settings', {
      retentionDays,
    } satisfies SettingsRequest);
  const done = (value: SettingsView) => {
    setAsks(null);
    setFailure(null);
    setSaved(value.retentionDays);
    onSaved(value);
  };
  const send = async () => {
    const days = parseDays(text);
    setWrong(days === null);
    setSaved(null);
    if (days === null) return document.getElementById(id)?.focus();
    // Less time deletes what more time would have kept.
    if (days < view.retentionDays) return setAsks(days);
    const result = await put(days);
    if (result.ok) done(result.value);
    else setFailure(result.failure);
  };
  return (
    <section className="trainer-section">
      <h3>{settings.retentionTitle}</h3>
      <p>{settings.retentionLead}</p>
      <form
        className="trainer-form inline"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <div className="field">
          <label htmlFor={id}>{settings.retentionDays}</label>
          <input
            aria-describedby={`${id}-hint`}
            aria-invalid={wrong}
            autoComplete="off"
            id={id}
            inputMode="numeric"
            onChange={(event) => setText(event.target.value)}
            value={text}
          />
        </div>
        <button className="primary" type="submit">
          {settings.retentionSave}
        </button>
        <p className={wrong ? 'failure' : 'trainer-hint'} id={`${id}-hint`}>
          {wrong
            ? settings.retentionWrong(least, most)
            : settings.retentionHint(least, most, usual)}
        </p>
      </form>
      <p role="status">{saved === null ? '' : settings.retentionSaved(saved)}</p>
      {failure && <FailureNote failure={failure} />}
      <p className="trainer-hint">
        {settings.stored(view.conversations, view.drafts)}{' '}
        {view.lastRetention === null
          ? settings.neverRun
          : settings.lastRun(common.moment(view.lastRetention))}
      </p>
      {asks !== null && (
        <TrainerConfirm
          act={() => put(asks)}
          confirm={settings.shorterDo}
          explanation={settings.shorterLead(view.retentionDays, asks)}
          onCancel={() => setAsks(null)}
          onDone={done}
          title={settings.shorterTitle}
        />
      )}
    </section>
  );
}
