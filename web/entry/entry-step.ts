import type { EnteredView, PseudonymsView } from '../../server/contract/access.ts';

/** Where somebody is on the way in. */
export type EntryStep =
  /** The open class, entered by one press: shown to who has just left it. */
  | { readonly step: 'open' }
  | { readonly step: 'code' }
  | { readonly step: 'choose'; readonly code: string; readonly offer: PseudonymsView }
  /** In already; the page goes on once the code is noted. */
  | { readonly step: 'noted'; readonly entered: EnteredView }
  | { readonly step: 'recover' };

/** Where the way in begins. */
export function firstStep(openClass: string | null): EntryStep {
  return { step: openClass === null ? 'code' : 'open' };
}
