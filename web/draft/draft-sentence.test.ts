import { describe, expect, it } from 'vitest';
import { en } from '../i18n/en.ts';
import { draftSentence } from './draft-sentence.ts';

const failure = { code: 'network', retryable: true, retryAfterSeconds: null };

describe('draftSentence', () => {
  it('has its own words for what concerns drafts, and those of the page else', () => {
    expect(draftSentence(en, failure)).toBe(en.draft.errors.network);
    expect(draftSentence(en, { ...failure, code: 'disk-full' })).toBe(en.errors['disk-full']);
    expect(draftSentence(en, { ...failure, code: 'constructor' })).toBe(en.errors.unknown);
  });

  it('tells a moment from a day', () => {
    const busy = { ...failure, code: 'too-many-requests', retryAfterSeconds: 5 };
    expect(draftSentence(en, busy)).toMatch(/at once.*in 5 seconds\.$/);
    expect(draftSentence(en, { ...busy, retryAfterSeconds: 36_000 })).toMatch(
      /five times a day.*in 10 hours\.$/,
    );
  });
});
