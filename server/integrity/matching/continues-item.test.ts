import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAsks } from './asks.ts';
import { continuesItem } from './continues-item.ts';

const turn = (
  message: string,
  more: Partial<Parameters<typeof continuesItem>[0]> = {},
): Parameters<typeof continuesItem>[0] => ({
  message,
  asks: readAsks(message),
  named: new Set<string>(),
  ...{ notions: 0, newNotions: 0, ownWords: 0 },
  ...more,
});

describe('continuesItem', () => {
  it.each([
    'c’est bon ?',
    'encore un indice',
    'alors ?',
    'lequel ?',
    'dis-le',
    'quel poste ?',
    'then which one?',
    '¿y entonces?',
  ])('goes on with “%s”', (message) => expect(continuesItem(turn(message))).toBe(true));

  it('treats every proposal alike', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (role) => {
        const ofRole = (name: string) =>
          continuesItem(turn('donc c’est lui ?', { named: new Set([name]) }));
        expect(ofRole(role)).toBe(ofRole('another'));
      }),
    );
  });

  it('lets go of a turn with a subject of its own, whatever it asks', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('c’est bon ?', 'quel métier ?', 'explique', 'encore'),
        fc.integer({ min: 3, max: 9 }),
        (message, newNotions) => {
          expect(continuesItem(turn(message, { newNotions, notions: newNotions }))).toBe(false);
        },
      ),
    );
  });

  it('leaves what a named role does to the course', () => {
    const named = new Set(['role-a']);
    expect(continuesItem(turn('que fait un tel ?', { named }))).toBe(false);
    expect(continuesItem(turn('qu’est-ce qu’un embedding ?', { notions: 1, newNotions: 1 }))).toBe(
      false,
    );
  });
});
