import type { Messages } from '../../i18n/messages.ts';
import type { Form, Reason } from './read-reason.ts';

type Words = Messages['trainer']['documents'];

/** What tells that a document is an exam or a solution, in the language of the page. */
export function causeText(cause: NonNullable<Reason['cause']>, { reason }: Words): string {
  if (cause === 'kind-exam') return reason.kindExam;
  if (cause === 'kind-solution') return reason.kindSolution;
  return reason.form(cause.map((form: Form) => reason.forms[form]).join(', '));
}

/** Why a part is sealed, in the language of the page; empty where there is nothing to say. */
export function partText({ heading, doubt, cause }: Reason, words: Words): string {
  const { reason } = words;
  return [
    ...(heading === null ? [] : [heading === '' ? reason.noHeading : reason.heading(heading)]),
    ...(doubt ? [reason.doubt] : []),
    ...(cause === null ? [] : [causeText(cause, words)]),
  ].join(', ');
}
