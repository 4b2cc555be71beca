import { expect, it } from 'vitest';
import { someDraft } from '../testing/critiques.ts';
import { numberDrafts } from './number-drafts.ts';

it('counts the drafts of each task from the oldest', () => {
  const drafts = [
    ['d', 'sc1'],
    ['c', 'sc2'],
    ['b', 'sc1'],
    ['a', 'sc1'],
  ].map(([id, task]) => someDraft({ id: id!, task: task! }));
  expect([...numberDrafts(drafts)].toSorted()).toEqual([
    ['a', 1],
    ['b', 2],
    ['c', 1],
    ['d', 3],
  ]);
});
