import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leftKey } from '../session/kept-text.ts';
import { createTypedTexts, handOver, type TextStorage } from './typed-texts.ts';
import { createWritingDesk, type WritingDesk } from './writing-desk.ts';

type Change = { readonly key: string | null; readonly newValue: string | null };

/** A browser: one storage, whose changes every tab but the one that made them is told of. */
function openBrowser(from: ReadonlyMap<string, string> = new Map()) {
  const values = new Map(from);
  const tabs = new Set<WritingDesk>();
  let names = 0;
  let clock = 0;
  const tell = (from: WritingDesk | null, change: Change) => {
    for (const tab of tabs) if (tab !== from) tab.noticed(change);
  };
  const storageOf = (of: () => WritingDesk | null): TextStorage => ({
    get length() {
      return values.size;
    },
    key: (at) => [...values.keys()][at] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem(key, value) {
      values.set(key, value);
      tell(of(), { key, newValue: value });
    },
    removeItem(key) {
      if (values.delete(key)) tell(of(), { key, newValue: null });
    },
  });
  return {
    values,
    storage: storageOf(() => null),
    openTab(): WritingDesk {
      let desk: WritingDesk | null = null;
      desk = createWritingDesk({
        texts: createTypedTexts(
          storageOf(() => desk),
          'Lune',
        ),
        newName: () => `n${from.size}-${(names += 1)}`,
        now: () => (clock += 1),
      });
      tabs.add(desk);
      return desk;
    },
    crash: (tab: WritingDesk) => tabs.delete(tab),
  };
}

const textsOf = (desk: WritingDesk): readonly string[] => [
  desk.state().text,
  ...desk.state().others.map(({ text }) => text),
];

describe('createWritingDesk', () => {
  it('lays out again what was typed last, with its task', () => {
    const browser = openBrowser();
    const tab = browser.openTab();
    tab.choose('sc1');
    tab.type('un');
    tab.choose('sc2');
    tab.type('deux');
    browser.crash(tab);
    const again = browser.openTab();
    expect(again.state()).toMatchObject({ task: 'sc2', text: 'deux', others: [] });
    again.choose('sc1');
    expect(again.state().text).toBe('un');
  });

  it('takes a text without a task along to the task that is chosen', () => {
    const browser = openBrowser();
    const tab = browser.openTab();
    tab.type('avant');
    tab.choose('sc1');
    expect(tab.state()).toMatchObject({ task: 'sc1', text: 'avant' });
    expect(browser.values.size).toBe(1);
  });

  it('takes along a text whose task is no longer set, when it is told so', () => {
    const tab = openBrowser().openTab();
    tab.choose('gone');
    tab.type('à garder');
    tab.choose('sc1', true);
    expect(tab.state()).toMatchObject({ task: 'sc1', text: 'à garder' });
    tab.choose('gone');
    expect(tab.state().text).toBe('');
  });

  it('lets the newest of two tabs win, and offers the other', () => {
    const browser = openBrowser();
    const [one, two] = [browser.openTab(), browser.openTab()];
    one.type('le texte du premier');
    two.type('celui du second');
    expect(one.state()).toMatchObject({ text: 'le texte du premier' });
    expect(one.state().others.map(({ text }) => text)).toEqual(['celui du second']);
    const third = browser.openTab();
    expect(textsOf(third)).toEqual(['celui du second', 'le texte du premier']);
  });

  it('leaves a text that another tab took up and changed with the tab that shows it', () => {
    const browser = openBrowser();
    const one = browser.openTab();
    one.type('ensemble');
    const two = browser.openTab();
    two.type('autre chose');
    expect(one.state().text).toBe('ensemble');
    expect(textsOf(browser.openTab())).toEqual(['autre chose', 'ensemble']);
  });

  it('keeps whatever either tab shows, whatever both do and whenever they crash', () => {
    const action = fc.oneof(
      fc.tuple(fc.constant('type'), fc.constantFrom('a', 'bb', 'cd', 'a bb', '')),
      fc.tuple(fc.constant('replace'), fc.constantFrom('file', 'old a')),
      fc.tuple(fc.constant('choose'), fc.constantFrom('sc1', 'sc2')),
      fc.tuple(fc.constant('take'), fc.constant('')),
      fc.tuple(fc.constant('reload'), fc.constant('')),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(1), action), { maxLength: 30 }), (steps) => {
        const browser = openBrowser();
        const tabs = [browser.openTab(), browser.openTab()];
        for (const [at, [kind, value]] of steps) {
          const tab = tabs[at]!;
          const [other] = tab.state().others;
          if (kind === 'type') tab.type(value);
          if (kind === 'replace') tab.replace(value);
          if (kind === 'choose') tab.choose(value);
          if (kind === 'take' && other) tab.take(other);
          if (kind === 'reload') {
            browser.crash(tab);
            tabs[at] = browser.openTab();
          }
        }
        const texts = createTypedTexts(browser.storage, 'Lune');
        for (const { task, text } of tabs.map((tab) => tab.state()))
          expect(text === '' || texts.list(task).some((one) => one.text === text)).toBe(true);
        const last = tabs.flatMap((tab) => textsOf(tab)).filter((text) => text.trim() !== '');
        for (const tab of tabs) browser.crash(tab);
        const offered = ['', 'sc1', 'sc2'].flatMap((task) => {
          const copy = openBrowser(browser.values).openTab();
          copy.choose(task);
          return textsOf(copy);
        });
        for (const text of last)
          expect(offered.some((one) => one.includes(text.trim()))).toBe(true);
      }),
    );
  });

  it('sets the text aside when a file takes its place, unless the file holds it', () => {
    const tab = openBrowser().openTab();
    tab.type('écrit à la main');
    tab.replace('du fichier');
    expect(textsOf(tab)).toEqual(['du fichier', 'écrit à la main']);
    tab.take(tab.state().others[0]!);
    expect(textsOf(tab)).toEqual(['écrit à la main', 'du fichier']);
    tab.discard(tab.state().others[0]!);
    tab.replace('écrit à la main, puis plus');
    expect(textsOf(tab)).toEqual(['écrit à la main, puis plus']);
  });

  it('sends one text by one request, also after a crash, until it changes', () => {
    const browser = openBrowser();
    const tab = browser.openTab();
    tab.type('prêt');
    const { key } = tab.requestFor(null);
    browser.crash(tab);
    const again = browser.openTab();
    expect(again.requestFor(null).key).toBe(key);
    expect(again.requestFor('un autre').key).not.toBe(key);
    again.type('prêt ?');
    expect(again.requestFor(null).key).not.toBe(key);
  });

  it('lets go of a text that the server has, and of no other', () => {
    const browser = openBrowser();
    const tab = browser.openTab();
    tab.choose('sc2');
    tab.type('autre tâche');
    tab.choose('sc1');
    tab.type('envoyé');
    tab.acknowledge('sc1', 'envoyé');
    expect(tab.state()).toMatchObject({ task: 'sc1', text: '', others: [] });
    tab.type('écrit après');
    tab.acknowledge('sc1', 'envoyé');
    expect(tab.state().text).toBe('écrit après');
    expect([...browser.values.keys()].map((key) => key.split(':')[3])).toEqual(['sc2', 'sc1']);
  });

  it('says when the browser keeps nothing, and still holds the text', () => {
    let names = 0;
    const newName = () => String((names += 1));
    const desk = createWritingDesk({
      texts: createTypedTexts(null, 'Lune'),
      newName,
      now: Date.now,
    });
    desk.type('fragile');
    expect(desk.state()).toMatchObject({ text: 'fragile', kept: false });
  });

  it('survives what else may stand in the storage', () => {
    const browser = openBrowser();
    for (const value of ['', '{', 'null', '{"text":1}', '[]'])
      browser.values.set(`repere-typed:Lune:draft:sc1:${value.length}`, value);
    browser.values.set('repere-language', 'fr');
    expect(browser.openTab().state()).toMatchObject({ text: '', others: [] });
  });
});

describe('leaving', () => {
  it('is noticed by every tab, which then defends nothing', () => {
    const browser = openBrowser();
    const [one, two] = [browser.openTab(), browser.openTab()];
    one.type('à moi');
    two.type('à moi aussi');
    browser.storage.setItem(leftKey, '1');
    for (const key of [...browser.values.keys()]) browser.storage.removeItem(key);
    expect([one, two].map((tab) => tab.state().text)).toEqual(['', '']);
    expect(browser.values.size).toBe(0);
  });
});

describe('handOver', () => {
  it('gives the texts to whoever came back, with their tasks, and leaves none', () => {
    const { storage } = openBrowser();
    const texts = createTypedTexts(storage, 'Classe : a/Lune');
    texts.keep({ task: 'sc1', slot: 'x', text: 'un', at: 1, request: null });
    texts.keep({ task: '', slot: 'y', text: 'deux', at: 2, request: null });
    handOver(storage, 'Classe : a/Lune', 'Soleil');
    expect(texts.list()).toEqual([]);
    expect(createTypedTexts(storage, 'Soleil').list()).toMatchObject([
      { task: '', text: 'deux' },
      { task: 'sc1', text: 'un' },
    ]);
  });
});
