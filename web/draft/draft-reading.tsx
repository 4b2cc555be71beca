import type { ReactElement } from 'react';
import type { TaskView } from '../../server/contract/critiques.ts';
import type { DraftView } from '../../server/contract/drafts.ts';
import type { PageLanguage } from '../i18n/language.ts';
import { useMessages } from '../i18n/messages.ts';
import { DraftText } from './draft-text.tsx';
import { ReadingProgress } from './reading-progress.tsx';
import { UnreadDraft } from './unread-draft.tsx';
import type { OpenDraft } from './use-draft.ts';

type Props = {
  readonly shown: DraftView;
  readonly opened: OpenDraft;
  /** Its task; undefined when the course no longer sets it. */
  readonly task: TaskView | undefined;
  readonly language: PageLanguage;
  readonly onChange: () => void;
};

/** A draft without its feedback: while it is read, or when that came to nothing. */
export function DraftReading({ shown, opened, task, language, onChange }: Props): ReactElement {
  const { draft } = useMessages();
  return (
    <div className="draft-columns">
      <div className="draft-side">
        {shown.status === 'streaming' ? (
          <ReadingProgress language={language} opened={opened} task={task} />
        ) : (
          <UnreadDraft onChange={onChange} opened={opened} shown={shown} />
        )}
      </div>
      <DraftText className="draft-sheet" marks={[]} name={draft.yourDraft} text={shown.text} />
    </div>
  );
}
