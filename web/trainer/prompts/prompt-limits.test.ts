import { expect, it } from 'vitest';
import { newPromptRequest } from '../../../server/contract/evals.ts';
import { promptLimits } from './prompt-limits.ts';

it('allows what the contract allows, and no more', () => {
  const fits = (text: number, note: number) =>
    newPromptRequest.safeParse({ text: 'x'.repeat(text), note: 'x'.repeat(note) }).success;
  const { text, note } = promptLimits;
  expect(fits(text, note)).toBe(true);
  expect(fits(text + 1, note)).toBe(false);
  expect(fits(text, note + 1)).toBe(false);
});
