import { describe, expect, it } from 'vitest';
import { createProgressLine } from './progress-line.ts';

function output(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
}

describe('createProgressLine', () => {
  it('writes a line per finished stage where no terminal is', () => {
    const out = output(false);
    const { report, clear } = createProgressLine(out);
    for (let done = 1; done <= 3; done++) report('split', done, 3);
    report('vectors', 0, 9);
    report('vectors', 9, 9);
    clear();
    expect(out.written).toEqual(['Reading documents: 3 of 3\n', 'Computing vectors: 9 of 9\n']);
  });

  it('draws one line over and over on a terminal, always the last state, and clears it', () => {
    const out = output(true);
    const { report, clear } = createProgressLine(out);
    for (let done = 1; done <= 1_000; done++) report('split', done, 1_000);
    clear();
    const text = out.written.join('');
    expect(text).not.toContain('\n');
    expect(text).toMatch(/Reading documents: 1000 of 1000\r\u001b\[K$/);
    expect(out.written.length).toBeLessThan(50);
  });
});
