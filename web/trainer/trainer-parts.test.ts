import { describe, expect, it } from 'vitest';
import { en } from '../i18n/en.ts';
import { trainerGroups, trainerPath, trainerPlace, type TrainerPart } from './trainer-parts.ts';

const parts: readonly TrainerPart[] = ['overview', ...trainerGroups.flatMap(({ parts }) => parts)];
const pageOf = (path: string) => path.slice('/trainer/'.length);

describe('trainerPlace', () => {
  it('reads back every address that trainerPath writes', () => {
    for (const part of parts)
      expect(trainerPlace(pageOf(trainerPath(part)))).toEqual({ part, rest: '' });
    expect(trainerPlace(pageOf(trainerPath('drafts', 'a-b')))).toEqual({
      part: 'drafts',
      rest: 'a-b',
    });
  });

  it('knows no other', () => {
    for (const page of ['nowhere', 'toString', 'Documents', 'documents ']) {
      expect(trainerPlace(page)).toBeNull();
    }
  });
});

describe('trainerGroups', () => {
  it('holds every page that has a name, once', () => {
    expect(parts.toSorted()).toEqual(Object.keys(en.trainer.parts).toSorted());
  });
});
