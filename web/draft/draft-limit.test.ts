import { expect, it } from 'vitest';
import { maxDraftLength } from '../../server/contract/critiques.ts';
import { draftLimit } from './draft-limit.ts';

it('is the limit of the server', () => {
  expect(draftLimit).toBe(maxDraftLength);
});
