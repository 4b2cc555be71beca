import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemKind } from '../exam/exam.ts';
import type { RegisterItem } from '../register/register.ts';
import { readAsks } from './asks.ts';
import { aboutItem, type Circumstances } from './decide-item.ts';
import type { Likeness } from './item-matcher.ts';

const kinds: readonly ItemKind[] = ['choice', 'row', 'truth', 'case', 'order', 'open'];
const like = (kind: ItemKind, more: Partial<Likeness> = {}): Likeness => ({
  item: { kind, options: [], stem: '' } as unknown as RegisterItem,
  ...{ verbatim: 0, notions: 0, loose: 0, steps: [], touched: [], brushed: [], stepNotions: 0 },
  ...more,
});
const circumstances = (message: string, more: Partial<Circumstances> = {}): Circumstances => ({
  asks: readAsks(message),
  ...{ examTalk: false, armed: false },
  ...{ named: new Set<string>(), subjects: new Set<string>(), namedByItem: new Set<string>() },
  ...more,
});
const share = fc.double({ min: 0, max: 1, noNaN: true });
const message = fc.constantFrom(
  'quel métier ?',
  'vrai ou faux ?',
  'comment faire ?',
  'un tel travail',
  'rédige la réponse',
  'dans quel ordre ?',
);

describe('aboutItem', () => {
  it('never takes a message that says more of the item for less about it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        message,
        fc.tuple(share, share, share),
        fc.boolean(),
        (kind, text, [notions, verbatim, more], examTalk) => {
          const now = circumstances(text, { examTalk });
          const less = aboutItem(like(kind, { notions, verbatim }), now);
          const larger = { notions: Math.max(notions, more), verbatim: Math.max(verbatim, more) };
          expect(aboutItem(like(kind, larger), now)).toBeGreaterThanOrEqual(less);
        },
      ),
    );
  });

  it('does not depend on which role is proposed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<ItemKind>('choice', 'row', 'case'),
        message,
        share,
        fc.string({ minLength: 1 }),
        (kind, text, notions, role) => {
          const ofRole = (name: string) =>
            aboutItem(
              like(kind, { notions }),
              circumstances(text, { named: new Set([name]), subjects: new Set([name]) }),
            );
          expect(ofRole(role)).toBe(ofRole('another'));
        },
      ),
    );
  });

  it('is about a statement on a role only where the message names it, abbreviated or not', () => {
    const said = like('truth', { notions: 1 });
    const namedByItem = new Set(['role-a']);
    const of = (...roles: readonly string[]) =>
      aboutItem(said, circumstances('vrai ?', { namedByItem, subjects: new Set(roles) }));
    expect(of('role-a')).toBeGreaterThan(0);
    expect(of('role-b')).toBe(0);
    expect(of()).toBe(0);
  });

  it('takes one notion of several steps for no comparison', () => {
    const now = circumstances('avant ou après ?');
    const two = { touched: [0, 1] };
    expect(aboutItem(like('order', { ...two, stepNotions: 2 }), now)).toBeGreaterThan(0);
    expect(aboutItem(like('order', { ...two, stepNotions: 1 }), now)).toBe(0);
  });

  it('leaves a question that asks how to do what an item says to the course', () => {
    const half = like('choice', { notions: 0.6 });
    expect(aboutItem(half, circumstances('comment faire ?'))).toBe(0);
    expect(aboutItem(half, circumstances('quel métier ?'))).toBeGreaterThan(0);
  });
});
