import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { DraftText, type SignedMark } from './draft-text.tsx';

const text = '# ShopNow\n\nOn lit les clics <b>et</b> les paniers.\n- On calcule & on trie.\n';

const someMarks: fc.Arbitrary<readonly SignedMark[]> = fc
  .array(fc.tuple(fc.nat(text.length), fc.nat(text.length)), { maxLength: 6 })
  .map((pairs) =>
    pairs.map(([a, b], at) => {
      const start = Math.min(a, b);
      // Quotations end with a word.
      const end = start + text.slice(start, Math.max(a, b)).trimEnd().length;
      return { id: `m${at}`, about: `p${at % 2}`, start, end, sign: `${at}`, name: `Point ${at}` };
    }),
  )
  .map((marks) => marks.filter(({ start, end }) => start < end));

const render = (marks: readonly SignedMark[], active: string | null = null): string =>
  renderToStaticMarkup(<DraftText active={active} marks={marks} name="Brouillon" text={text} />);
const decode = (html: string): string =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
const words = (html: string): string =>
  decode(html.replace(/<button.*?<\/button>/gs, '').replace(/<[^>]*>/g, ''));

describe('DraftText', () => {
  it('shows every word of the draft in its place, whatever is marked', () => {
    fc.assert(
      fc.property(someMarks, (marks) => {
        expect(words(render(marks))).toBe(text.replaceAll('\n', ''));
      }),
    );
  });

  it('marks the words of every quotation, and puts its sign once behind them', () => {
    fc.assert(
      fc.property(someMarks, (marks) => {
        const html = render(marks);
        for (const { id, start, end } of marks) {
          const marked = [...html.matchAll(/<mark[^>]*data-marks="([^"]*)"[^>]*>(.*?)<\/mark>/gs)]
            .filter(([, ids]) => ids?.split(' ').includes(id))
            .map(([, , inner]) => decode(inner ?? ''));
          // `# ` is shown faintly, and never marked.
          const quoted = text.slice(Math.max(start, 2), Math.max(end, 2));
          expect(marked.join('')).toBe(quoted.replaceAll('\n', ''));
          const signs = html.split(`data-sign="${id}"`).length - 1;
          expect(signs).toBe(marked.length > 0 ? 1 : 0);
        }
      }),
    );
  });

  it('keeps every sign on one line with the end of its quotation', () => {
    const mark = { id: 'a', about: 'a', start: 11, end: 17, sign: '1', name: 'Données' };
    const [, kept] = /<span class="mark-end">(.*?)<\/span>/s.exec(render([mark])) ?? [];
    expect(words(kept ?? '')).toBe('lit');
    expect(kept).toContain('data-sign="a"');
  });

  it('lets the marks of one point stand out', () => {
    const mark = { id: 'a', about: 'donnees', start: 11, end: 17, sign: '1', name: 'Données' };
    expect(render([mark])).not.toContain('class="active"');
    expect(render([mark], 'donnees')).toContain(
      '<mark class="active" data-marks="a">On </mark><span class="mark-end"><mark class="active" data-marks="a">lit</mark><button',
    );
  });
});
