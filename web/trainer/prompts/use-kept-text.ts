import { useState } from 'react';
import { browserStorage, createKeptTexts } from '../../session/kept-text.ts';

/** Under whose name a trainer's texts are kept: trainers have no names of their own. */
const owner = 'trainer';

/**
 * A text being typed, kept in this browser under a name until it is forgotten.
 * @param initial where none is kept
 * @returns the text, how to change it, and how to forget it, which brings back `initial`
 */
export function useKeptText(
  name: string,
  initial: string,
): readonly [string, (text: string) => void, () => void] {
  const [kept] = useState(() => createKeptTexts(owner, browserStorage()));
  const [text, setText] = useState(() => kept.read(name) || initial);
  const change = (next: string) => {
    setText(next);
    kept.write(name, next === initial ? '' : next);
  };
  return [text, change, () => change(initial)];
}
