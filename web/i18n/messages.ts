import { createContext, use } from 'react';
import { en } from './en.ts';

/** Literal strings become `string`, so that a translation has the same keys and arguments but its own words. */
type Widen<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: never[]) => string
      ? T[K]
      : Widen<T[K]>;
};

/** The sentences of the page in one language. A language with a sentence missing does not compile. */
export type Messages = Widen<typeof en>;

/** The sentences in the reader's language; nearly every component needs them, hence a context. */
export const MessagesContext = createContext<Messages>(en);

/** The sentences in the reader's language. */
export function useMessages(): Messages {
  return use(MessagesContext);
}
