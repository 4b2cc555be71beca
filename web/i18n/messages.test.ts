import { describe, expect, it } from 'vitest';
import { errorTable } from '../../server/errors.ts';
import { en } from './en.ts';
import { errorSentence } from './error-sentence.ts';
import { fr } from './fr.ts';

/** Every sentence of a dictionary, its functions called with something. */
function sentences(messages: object): readonly string[] {
  return Object.values(messages).flatMap((message: unknown) => {
    if (typeof message === 'string') return [message];
    // One call for few, one for many; a title or a model's name may well be a number.
    if (typeof message === 'function')
      return [1, 2_000].map((n) => String(message(n, String(n), 'Kafka')));
    return typeof message === 'object' && message !== null ? sentences(message) : [];
  });
}

/** Every key of a dictionary, as `part.key`. */
function paths(messages: object, above = ''): readonly string[] {
  return Object.entries(messages).flatMap(([key, message]: [string, unknown]) =>
    typeof message === 'object' && message !== null
      ? paths(message, `${above}${key}.`)
      : [`${above}${key}`],
  );
}

/** What is written alike in both languages. */
const alike = new Set([
  'Questions',
  'Conversation',
  'Conversations',
  'Inexact',
  'Question',
  '1 question',
  'Document',
  'Documents',
  'Classes',
  'Passages',
  'Passage 1',
  'Actions',
  'Conditions',
  'Condition',
  'Verdict',
  'Version',
  'Version 1',
  'Version 2000',
]);

describe('fr and en', () => {
  it('have the same keys', () => {
    expect(paths(fr).toSorted()).toEqual(paths(en).toSorted());
  });

  it('leave nothing untranslated', () => {
    const english = new Set(sentences(en));
    const same = sentences(fr).filter(
      (sentence) => english.has(sentence) && /\p{L}{2}/u.test(sentence),
    );
    expect(same.filter((sentence) => !alike.has(sentence))).toEqual([]);
  });
});

describe('fr', () => {
  it('has a no-break space before every high punctuation mark and inside quotation marks', () => {
    for (const sentence of sentences(fr)) {
      expect(sentence).not.toMatch(/[^\u00a0\u202f][:;!?»]|«[^\u00a0\u202f]/);
      expect(sentence).not.toMatch(/['"]/);
    }
  });
});

describe.each([
  ['fr', fr],
  ['en', en],
] as const)('%s', (_language, messages) => {
  it('leaves no sentence empty', () => {
    for (const sentence of sentences(messages)) expect(sentence.trim()).not.toBe('');
  });

  it('has a sentence for every code of the server', () => {
    expect(Object.keys(messages.errors)).toEqual(expect.arrayContaining(Object.keys(errorTable)));
  });
});

describe('errorSentence', () => {
  const failure = { code: 'internal', retryable: true, retryAfterSeconds: null };

  it('has something to say of a code it does not know', () => {
    for (const code of ['tomorrow', 'constructor', '__proto__', ''])
      expect(errorSentence(en, { ...failure, code })).toBe(en.errors.unknown);
  });

  it('says when to come back', () => {
    expect(errorSentence(en, { ...failure, retryAfterSeconds: 1 })).toMatch(/in 1 second\.$/);
    expect(errorSentence(fr, { ...failure, retryAfterSeconds: 600 })).toMatch(
      /dans 10\u00a0minutes\.$/,
    );
  });

  it('prefers the words of a part of the page, and tells a moment from a day', () => {
    const busy = { ...failure, code: 'too-many-requests', retryAfterSeconds: 5 };
    expect(errorSentence(en, busy, en.ask.errors)).toMatch(/at once.*in 5 seconds\.$/);
    const day = { ...busy, retryAfterSeconds: 36_000 };
    expect(errorSentence(en, day, en.ask.errors)).toMatch(/of the day.*in 10 hours\.$/);
    expect(errorSentence(en, day)).toMatch(/too many requests.*in 10 hours\.$/);
    expect(errorSentence(en, { ...failure, code: 'constructor' }, en.ask.errors)).toBe(
      en.errors.unknown,
    );
  });
});
