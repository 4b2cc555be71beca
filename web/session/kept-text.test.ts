import { describe, expect, it } from 'vitest';
import { createKeptTexts, forgetKeptTexts } from './kept-text.ts';

/** A storage in memory. */
function someStorage(): Storage {
  const texts = new Map<string, string>();
  return {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
    key: (index) => [...texts.keys()][index] ?? null,
    clear: () => texts.clear(),
    get length() {
      return texts.size;
    },
  };
}

describe('createKeptTexts', () => {
  it('keeps the texts of each student apart', () => {
    const storage = someStorage();
    createKeptTexts('a', storage).write('question', 'Pourquoi ?');
    expect(createKeptTexts('a', storage).read('question')).toBe('Pourquoi ?');
    expect(createKeptTexts('b', storage).read('question')).toBe('');
  });

  it('forgets an empty text', () => {
    const storage = someStorage();
    const kept = createKeptTexts('a', storage);
    kept.write('question', 'Pourquoi ?');
    kept.write('question', '');
    expect(storage.length).toBe(0);
  });

  it('keeps nothing, and fails at nothing, where the reader blocks storage or it is full', () => {
    const full = { ...someStorage(), setItem: () => void fail(), getItem: () => fail() };
    for (const storage of [null, full]) {
      const kept = createKeptTexts('a', storage);
      kept.write('question', 'Pourquoi ?');
      expect(kept.read('question')).toBe('');
    }
  });
});

describe('forgetKeptTexts', () => {
  it('leaves no typed text of anybody, and what is not ours alone', () => {
    const storage = someStorage();
    storage.setItem('other', 'x');
    for (const owner of ['a', 'b']) createKeptTexts(owner, storage).write('question', 'secret');
    forgetKeptTexts(storage);
    const left = Array.from({ length: storage.length }, (_, at) =>
      storage.getItem(storage.key(at)!),
    );
    expect(left).toContain('x');
    expect(left.join()).not.toContain('secret');
  });
});

function fail(): never {
  throw new DOMException('full', 'QuotaExceededError');
}
