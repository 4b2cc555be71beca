import { type ReactElement, useState } from 'react';
import type { PromptsView, PromptVersion } from '../../../server/contract/evals.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Link } from '../../router/link.tsx';
import { PageHead } from '../common/page-head.tsx';
import { startPath } from '../evals/eval-paths.ts';
import { LinesDiff } from './lines-diff.tsx';
import { MissingNote } from './missing-note.tsx';
import { writePath } from './prompt-paths.ts';
import { rulesLanguage } from './rules-language.ts';
import { ServeDialog } from './serve-dialog.tsx';

type Props = {
  readonly shown: PromptVersion;
  readonly view: PromptsView;
  /** Leads to the list. */
  readonly back: ReactElement;
  /** True when it was just made to answer. */
  readonly served: boolean;
  readonly onServed: (view: PromptsView) => void;
};

/** One version: what it changes, its text, and what can be done with it. */
export function VersionView({ shown, view, back, served, onServed }: Props): ReactElement {
  const { evals, common } = useMessages();
  const { prompts } = evals;
  const [asking, setAsking] = useState(false);
  const { version, text, note, createdAt, serving, missing } = shown;
  const before = view.versions.find((one) => one.version === version - 1);
  const isBack = version < (view.versions.find((one) => one.serving)?.version ?? 0);
  const facts = [
    version === 0 ? evals.ownVersion : note,
    createdAt === null ? '' : common.moment(createdAt),
    serving ? prompts.serving : '',
  ];
  return (
    <>
      <div className="eval-head">
        {back}
        <PageHead
          lead={facts.filter((fact) => fact !== '').join(' · ')}
          title={prompts.versionName(version)}
        />
      </div>
      <p className="trainer-summary" role="status">
        {served && serving ? prompts.served(version) : ''}
      </p>
      <MissingNote missing={missing} />
      <div className="prompt-actions">
        {!serving && (
          <button className="primary" onClick={() => setAsking(true)} type="button">
            {isBack ? prompts.rollBack : prompts.serve}
          </button>
        )}
        <Link
          className="button"
          to={startPath(version === 0 && !view.read ? '' : `prompt-${version}`)}
        >
          {prompts.evaluate}
        </Link>
        <Link className="button" to={writePath(version)}>
          {prompts.writeFrom(version)}
        </Link>
      </div>
      {before && (
        <section className="trainer-section">
          <h3>{prompts.changesFrom(before.version)}</h3>
          {before.text === text ? (
            <p>{prompts.sameAs(before.version)}</p>
          ) : (
            <LinesDiff after={text} before={before.text} />
          )}
        </section>
      )}
      <section className="trainer-section">
        <h3>{prompts.whole}</h3>
        <div className="rules" lang={rulesLanguage(text)}>
          {text}
        </div>
      </section>
      {asking && (
        <ServeDialog
          onCancel={() => setAsking(false)}
          onDone={(next) => {
            setAsking(false);
            onServed(next);
          }}
          shown={shown}
        />
      )}
    </>
  );
}
