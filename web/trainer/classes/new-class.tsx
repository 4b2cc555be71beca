import { useState, type ReactElement } from 'react';
import type { ClassWithCode, NewClassRequest } from '../../../server/contract/classes.ts';
import type { Failure } from '../../api/failure.ts';
import { sendJson } from '../../api/send-json.ts';
import { useMessages } from '../../i18n/messages.ts';
import { FailureNote } from '../common/loaded.tsx';
import { ClassForm, type ClassFields } from './class-form.tsx';

const blank: ClassFields = { name: '', codeExpiresAt: null };

/** Where a class is made. */
export function NewClass({
  onMade,
}: {
  readonly onMade: (made: ClassWithCode) => void;
}): ReactElement {
  const { trainer } = useMessages();
  const { classes } = trainer;
  const [made, setMade] = useState(0);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const make = async ({ name, codeExpiresAt }: ClassFields) => {
    setBusy(true);
    const request: NewClassRequest = { name, ...(codeExpiresAt !== null && { codeExpiresAt }) };
    const result = await sendJson<ClassWithCode>('POST', '/api/trainer/classes', request);
    setBusy(false);
    setFailure(result.ok ? null : result.failure);
    if (!result.ok) return;
    setMade(made + 1);
    onMade(result.value);
  };
  return (
    <section className="trainer-section">
      <h3>{classes.newTitle}</h3>
      {/* A new key gives an empty form once a class is made. */}
      <ClassForm
        busy={busy}
        key={made}
        onSubmit={(fields) => void make(fields)}
        start={blank}
        submit={classes.create}
      >
        {failure && <FailureNote failure={failure} />}
      </ClassForm>
    </section>
  );
}
