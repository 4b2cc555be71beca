import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newToken } from '../classroom/access/secrets.ts';
import { createSessionCookies } from './session-cookie.ts';

const plain = createSessionCookies(false);
const overTls = createSessionCookies(true);

describe('read', () => {
  it('finds the token of each role among other cookies', () => {
    const other = fc.record({
      name: fc.stringMatching(/^[a-z_-]{1,12}$/).filter((name) => !name.startsWith('repere')),
      value: fc.stringMatching(/^[\w=.%-]{0,20}$/),
    });
    fc.assert(
      fc.property(fc.array(other), fc.array(other), (before, after) => {
        const [student, trainer] = [newToken(), newToken()];
        const all = [
          ...before,
          { name: 'repere-student', value: student },
          { name: 'repere-trainer', value: trainer },
          ...after,
        ];
        const header = all.map(({ name, value }) => `${name}=${value}`).join('; ');
        expect(plain.read(header)).toEqual({ student, trainer });
        expect(overTls.read(header)).toEqual({ student: null, trainer: null });
      }),
    );
  });

  it('takes any header, and nothing that is no token', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (header) => {
        expect(plain.read(header)).toEqual({ student: null, trainer: null });
      }),
    );
    const none = { student: null, trainer: null };
    for (const header of [
      undefined,
      'repere-student=',
      'repere-student',
      `repere-student=${'a'.repeat(101)}`,
      'xrepere-student=a',
      'Repere-Student=a',
      '__Host-repere-student=a',
    ]) {
      expect(plain.read(header)).toEqual(none);
    }
  });

  it('takes the first of two, which a browser sends for the nearer path', () => {
    expect(overTls.read('__Host-repere-student=a;__Host-repere-student=b').student).toBe('a');
  });
});
