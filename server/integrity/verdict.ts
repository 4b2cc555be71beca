import type { RegisterItem, RegisterSolution } from './register/register.ts';

/** What is to become of a turn. */
export type Verdict =
  /** It is about an item: a hint, the same whatever was proposed. */
  | { readonly kind: 'hint'; readonly item: RegisterItem }
  /** It pries for what is given to nobody. */
  | { readonly kind: 'refuse'; readonly what: 'key' | 'system' }
  | {
      readonly kind: 'refuse';
      readonly what: 'solution';
      readonly solution: RegisterSolution | null;
    }
  /** It asks how the exam goes: what the exam's open part says of it is told to everyone. */
  | { readonly kind: 'logistics' }
  | { readonly kind: 'free' };

/** A turn that may be answered from the course. */
export const free = { kind: 'free' } as const satisfies Verdict;
