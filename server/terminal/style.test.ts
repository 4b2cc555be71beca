import { describe, expect, it } from 'vitest';
import { createStyle } from './style.ts';

describe('createStyle', () => {
  it('emphasises on a terminal', () => {
    expect(createStyle({ isTTY: true }, {}).bold('a')).toBe('\u001b[1ma\u001b[0m');
  });

  it.each([
    [{ isTTY: false }, {}],
    [{}, {}],
    [{ isTTY: true }, { NO_COLOR: '1' }],
    [{ isTTY: true }, { TERM: 'dumb' }],
  ])('leaves text as it is for %j with %j', (stream, env) => {
    expect(createStyle(stream, env).bold('a')).toBe('a');
  });
});
