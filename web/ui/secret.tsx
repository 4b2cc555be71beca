import { type ReactElement, useState } from 'react';
import { useMessages } from '../i18n/messages.ts';
import { copyText } from './copy-text.ts';

/** A code that is shown once, large, with a button that copies it. */
export function Secret({ secret, label }: { secret: string; label: string }): ReactElement {
  const { access } = useMessages();
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = async () => setCopied(await copyText(secret));
  return (
    <div className="secret">
      <output aria-label={label} className="secret-code">
        {secret}
      </output>
      <button onClick={() => void copy()} type="button">
        {access.copy}
      </button>
      <p className="secret-note" role="status">
        {copied === null ? '' : copied ? access.copied : access.notCopied}
      </p>
    </div>
  );
}
