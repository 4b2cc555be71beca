import type { EnteredView, PseudonymsView, SessionView } from '../../server/contract/access.ts';

/** Where somebody is on the way in. */
export type EntryStep =
  /** The open class, entered by one press, or one that asks for a code. */
  | { readonly step: 'open' }
  | { readonly step: 'code' }
  | { readonly step: 'choose'; readonly code: string; readonly offer: PseudonymsView }
  /** In already; the page goes on once the code is noted. */
  | { readonly step: 'noted'; readonly entered: EnteredView }
  | { readonly step: 'recover' };

/** Where the way in begins; who is in the open class already has come for another. */
export function firstStep({ openClass, student }: SessionView): EntryStep {
  return { step: openClass === null || student !== null ? 'code' : 'open' };
}
