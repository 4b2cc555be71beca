import type { ReactElement } from 'react';
import type { PromptsView, PromptVersion } from '../../../server/contract/evals.ts';
import { sendJson } from '../../api/send-json.ts';
import { useMessages } from '../../i18n/messages.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

type Props = {
  readonly shown: PromptVersion;
  readonly onCancel: () => void;
  readonly onDone: (view: PromptsView) => void;
};

/** Asks before every student is answered by another version. */
export function ServeDialog({ shown, onCancel, onDone }: Props): ReactElement {
  const { evals, common } = useMessages();
  const { prompts } = evals;
  const { version, missing } = shown;
  const warning = missing.length > 0 ? ` ${prompts.serveBroken}` : '';
  return (
    <ConfirmDialog
      act={() => sendJson<PromptsView>('POST', `/api/trainer/prompts/${version}/serve`)}
      cancel={common.cancel}
      confirm={prompts.serve}
      explanation={`${prompts.serveExplained}${warning}`}
      onCancel={onCancel}
      onDone={onDone}
      title={prompts.serveTitle(version)}
    />
  );
}
