import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { DocumentText, type Target } from './document-text.tsx';
import { parseDocument } from './parse-document.ts';

function render(text: string, target: Target = { start: 0, end: 0, kind: 'section' }): string {
  const document = {
    id: 'd',
    title: 'Leçon',
    course: null,
    kind: 'lesson',
    language: 'fr',
    text,
    firstLine: 1,
  };
  return renderToStaticMarkup(
    <DocumentText document={document} root={parseDocument(text)} target={target} />,
  );
}

/** The words marked when `quote` is cited. */
function marked(text: string, quote: string): string {
  const start = text.indexOf(quote);
  const html = render(text, { start, end: start + quote.length, kind: 'quotation' });
  return [...html.matchAll(/<mark>(.*?)<\/mark>/gs)].map((match) => match[1]).join('|');
}

const lesson =
  '# Leçon\n\nUne *valeur* valide.\n\n- un\n- deux\n\n| A | B |\n|---|---|\n| c1 | c2 |\n\n```py\npy = 1\n```\n';

describe('DocumentText', () => {
  it.each([
    ['valide', 'valide'],
    ['Une *valeur* valide.', 'Une |valeur| valide.'],
    ['valeur* val', 'valeur| val'],
    ['un\n- deux', 'un|deux'],
    ['c1 | c2', 'c1|c2'],
    ['py = 1', 'py = 1'],
  ])('marks the words of %j', (quote, words) => {
    expect(marked(lesson, quote)).toBe(words);
  });

  it('marks nothing but the span, wherever it begins and ends', () => {
    const text =
      'Une *valeur* est **tr\\*ès** `valide` &eacute;t&eacute;.\n\n> Fin 🧭 de\n> citation.';
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), (a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        // A reference cut in two has no character of its own.
        const references = [...text.matchAll(/&\w+;/g)];
        const cut = (at: number) =>
          references.some(({ 0: name, index }) => at > index && at < index + name.length);
        fc.pre(!cut(start) && !cut(end));
        const html = render(text, { start, end, kind: 'quotation' });
        const plain = (part: string) =>
          part.replace(/<[^>]*>/g, '').replace(/[^\p{Script=Latin}]/gu, '');
        const words = [...html.matchAll(/<mark>(.*?)<\/mark>/gs)]
          .map((match) => match[1] ?? '')
          .join('');
        const source = text.slice(start, end);
        expect(plain(words)).toBe(plain(source.replaceAll('&eacute;', 'é')));
      }),
    );
  });

  it('points at a section without marking all its words', () => {
    const html = render(lesson, {
      start: lesson.indexOf('- un'),
      end: lesson.indexOf('| A'),
      kind: 'section',
    });
    expect(html).not.toContain('<mark>');
    expect(html.match(/class="cited"/g)).toHaveLength(1);
  });

  it('does not repeat the title, and keeps headings below the panel’s', () => {
    const html = render('# Leçon\n\n## Un\n\n### Deux\n');
    expect(html).not.toContain('Leçon');
    expect(html).toMatch(/<h3>Un<\/h3>.*<h4>Deux<\/h4>/s);
  });

  it('runs and fetches nothing of a hostile document', () => {
    const html = render(
      '<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n[x](javascript:alert(1)) [y](data:text/html,z)\n\n' +
        '![pixel](https://evil.example/x.png) ![r][r]\n\n[r]: https://evil.example/r.png\n\n<!-- secret -->\n\na<br>b [z](./other.md)',
    );
    expect(html).not.toMatch(/<(?:script|img|iframe|a)\b|javascript:|data:|evil|secret/);
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain('a<br/>b z');
  });

  it('opens web links without telling where the reader comes from', () => {
    expect(render('[site](https://example.org)')).toContain(
      '<a href="https://example.org" rel="noreferrer" target="_blank">site</a>',
    );
  });

  it('renders an empty document', () => {
    expect(render('')).toBe('<div class="document-text" lang="fr"></div>');
  });
});
