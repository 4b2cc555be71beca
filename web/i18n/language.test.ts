import { describe, expect, it } from 'vitest';
import { chooseLanguage } from './language.ts';

describe('chooseLanguage', () => {
  it('prefers the stored choice', () => {
    expect(chooseLanguage('en', ['fr-FR'])).toBe('en');
  });

  it('takes the first language of the browser that the page knows', () => {
    expect(chooseLanguage(null, ['de-DE', 'FR-CA', 'en'])).toBe('fr');
  });

  it('falls back to English', () => {
    expect(chooseLanguage(null, [])).toBe('en');
    expect(chooseLanguage('klingon', ['zh-CN'])).toBe('en');
  });
});
