import { expect, it } from 'vitest';
import { ratingReasons } from '../../server/contract/conversations.ts';
import { en } from '../i18n/en.ts';
import { fr } from '../i18n/fr.ts';

it('has a sentence for every reason of the contract', () => {
  for (const { ask } of [en, fr])
    expect(Object.keys(ask.reasons).toSorted()).toEqual(ratingReasons.toSorted());
});
