import { useCallback, useMemo, useState } from 'react';
import { browserStorage, createKeptTexts } from '../session/kept-text.ts';

/** The question being written, kept in this tab until the server has it. */
export type TypedQuestion = {
  readonly text: string;
  type(text: string): void;
  /** It is on its way: the field is empty, but a reload before the server has it brings it back. */
  sent(question: string): void;
  /** The server has it, in this conversation. */
  acknowledged(conversationId: string): void;
};

/**
 * @param owner who types
 * @param conversationId where; null in a new conversation, which may get its id while something is typed
 */
export function useTypedQuestion(owner: string, conversationId: string | null): TypedQuestion {
  // With the tab: two tabs on one conversation each keep their own.
  const kept = useMemo(() => createKeptTexts(owner, browserStorage('with-the-tab')), [owner]);
  const place = conversationId ?? 'new';
  const restore = (name: string) => kept.read(`question ${name}`) || kept.read(`sent ${name}`);
  const [state, setState] = useState(() => ({ place, text: restore(place) }));
  if (state.place !== place) setState({ place, text: restore(place) });
  const { text } = state;

  const type = (next: string) => {
    kept.write(`question ${place}`, next);
    setState({ place, text: next });
  };
  const acknowledged = useCallback(
    (id: string) => {
      kept.write(`sent ${place}`, '');
      if (place !== 'new') return;
      // What was typed meanwhile comes along from the new conversation to the name it has now.
      setState((before) => (before.place === 'new' ? { place: id, text: before.text } : before));
      const waiting = kept.read('question new');
      if (waiting === '') return;
      kept.write('question new', '');
      kept.write(`question ${id}`, waiting);
    },
    [kept, place],
  );
  return {
    text,
    type,
    sent(question) {
      kept.write(`sent ${place}`, question);
      type('');
    },
    acknowledged,
  };
}
