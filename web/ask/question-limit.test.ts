import { expect, it } from 'vitest';
import { maxQuestionLength } from '../../server/contract/answers.ts';
import { questionLimit } from './question-limit.ts';

it('is the limit of the contract', () => {
  expect(questionLimit).toBe(maxQuestionLength);
});
