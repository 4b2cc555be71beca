import { describe, expect, it, vi } from 'vitest';
import { findChromium } from './find-chromium.ts';

describe('findChromium', () => {
  it('takes the one it is told of', () => {
    expect(findChromium({ CHROMIUM_PATH: process.execPath })).toBe(process.execPath);
  });

  it('says loudly that there is none', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    expect(findChromium({ CHROMIUM_PATH: '/nowhere/chromium' })).toBeNull();
    expect(warn.mock.calls.join()).toContain('/nowhere/chromium');
    warn.mockRestore();
  });

  it('fails in CI rather than skip', () => {
    expect(() => findChromium({ CHROMIUM_PATH: '/nowhere/chromium', CI: 'true' })).toThrow(
      /CHROMIUM_PATH/,
    );
  });
});
