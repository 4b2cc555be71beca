import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { fr } from '../i18n/fr.ts';
import { MessagesContext } from '../i18n/messages.ts';
import { doneAnswer } from '../testing/answers.ts';
import { emptyAnswer, type AnswerState } from './answer-state.ts';
import type { Turn } from './conversation-state.ts';
import { Transcript } from './transcript.tsx';

const nothing = () => undefined;
const someTurn = (changes: Partial<Turn>): Turn => ({
  ...{ key: 1, id: 't1', question: 'Pourquoi ?', answer: doneAnswer({ text: 'Parce que.' }) },
  ...{ rating: null, live: false },
  ...changes,
});
const failed = (code: string, lost: boolean, retryable = true): AnswerState => ({
  ...{ ...emptyAnswer, status: 'failed', lost },
  failure: { code, retryable, retryAfterSeconds: null },
});

function render(...turns: Partial<Turn>[]): string {
  return renderToStaticMarkup(
    <MessagesContext value={fr}>
      <Transcript
        {...{ onOpen: nothing, onAgain: nothing, onResume: nothing, onEdit: nothing }}
        onRate={() => Promise.resolve(null)}
        turns={turns.map((turn, index) => someTurn({ key: index, ...turn }))}
      />
    </MessagesContext>,
  );
}

describe('Transcript', () => {
  it('offers one next step where an answer is not whole', () => {
    const { resume, editQuestion } = fr.ask;
    const { retry } = fr.common;
    const cases: readonly [AnswerState, string | null, string][] = [
      [failed('stream-cut', true), 't1', resume],
      [failed('conflict', true, false), null, resume],
      [failed('network', true), null, retry],
      [failed('model-interrupted', false), 't1', retry],
      [failed('not-found', true, false), 't1', retry],
      [failed('question-too-long', true, false), null, editQuestion],
      [{ ...emptyAnswer, status: 'stopped' }, 't1', retry],
    ];
    for (const [answer, id, step] of cases) {
      const html = render({ answer, id });
      for (const name of [resume, retry, editQuestion])
        expect(html.includes(`>${name}</button>`)).toBe(name === step);
    }
  });

  it('asks again, or edits, the last question only', () => {
    const html = render({}, {});
    expect(html.split(fr.ask.again).length - 1).toBe(2);
    expect(html.lastIndexOf(fr.ask.again)).toBeGreaterThan(html.lastIndexOf('<li class="turn"'));
    expect(html.indexOf(fr.ask.again)).toBeGreaterThan(html.lastIndexOf('<li class="turn"'));
  });

  it('rates what the server has, and nothing else', () => {
    expect(render({})).toContain(fr.ask.helpful);
    expect(render({ id: null })).not.toContain(fr.ask.helpful);
    expect(render({ answer: emptyAnswer })).not.toContain(fr.ask.helpful);
  });

  it('says that the connection is being tried again', () => {
    expect(render({ answer: { ...emptyAnswer, lost: true } as AnswerState })).toContain(
      fr.ask.reconnecting,
    );
  });
});
