import { describe, expect, it } from 'vitest';
import { en } from './i18n/en.ts';
import { routeTitle } from './route-title.ts';

describe('routeTitle', () => {
  it('names the part, and of the trainer’s pages which', () => {
    expect(routeTitle({ part: 'ask', conversationId: null }, en)).toBe('Questions');
    expect(routeTitle({ part: 'enter' }, en)).toBe('Enter a class');
    expect(routeTitle({ part: 'trainer', page: 'drafts/a' }, en)).toBe('Shared drafts · Trainer');
    expect(routeTitle({ part: 'trainer', page: 'nowhere' }, en)).toBe('Trainer');
  });
});
