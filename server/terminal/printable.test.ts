import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable } from './printable.ts';

describe('printable', () => {
  it('takes every control character but line breaks and tabs', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(text)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
      }),
    );
    expect(printable('a\u001b[2Jb\u009b31mc\r')).toBe('a[2Jb31mc');
  });

  it('leaves every other text as it is', () => {
    const text = 'L’été, « ça » 👩‍💻 ½\n\tfin';
    expect(printable(text)).toBe(text);
  });
});
