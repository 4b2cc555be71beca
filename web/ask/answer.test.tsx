import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { fr } from '../i18n/fr.ts';
import { MessagesContext } from '../i18n/messages.ts';
import { doneAnswer, someCitation, someSource } from '../testing/answers.ts';
import { emptyAnswer, type AnswerState } from './answer-state.ts';
import { Answer } from './answer.tsx';

const render = (answer: AnswerState) =>
  renderToStaticMarkup(
    <MessagesContext value={fr}>
      <Answer answer={answer} onOpen={() => undefined} />
    </MessagesContext>,
  );

const ours = new Set([
  'div',
  'p',
  'ul',
  'ol',
  'li',
  'span',
  'strong',
  'code',
  'button',
  'h3',
  'blockquote',
]);

describe('Answer', () => {
  it('makes no element from the text of a model', () => {
    const hostile = fc.constantFrom(
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '[x](javascript:alert(1))',
      '![x](https://evil.example/x.png)',
      '&lt;b&gt;',
      '<!--',
      ']]>',
      '"><svg onload=alert(1)>',
      '[1]',
      '**',
      '`',
      '- ',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(hostile, fc.string())), (parts) => {
        const text = parts.join('');
        const html = render(
          doneAnswer({
            text,
            citations: [someCitation({ quote: text, plain: text, title: text })],
            unsupported: [{ start: 0, end: 9 }],
          }),
        );
        for (const [, name] of html.matchAll(/<\/?([^\s>/]+)/g)) expect(ours).toContain(name);
        const tags = [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/"[^"]*"/g, ''));
        expect(tags.join('')).not.toMatch(/ (?:style|href|src|on\w+)=/);
      }),
    );
  });

  it('names a citation by its title and section', () => {
    const html = render(doneAnswer({ text: 'Oui [1].', citations: [someCitation()] }));
    expect(html).toContain(
      'aria-label="Source 1\u00a0: Qualité des données, section Les six dimensions"',
    );
  });

  it('lists the sources with the quotation in its own language', () => {
    const html = render(
      doneAnswer({
        text: 'Oui [1].',
        citations: [
          someCitation({ language: 'en', quote: 'a *valid* value', plain: 'a valid value' }),
        ],
      }),
    );
    expect(html).toContain('<blockquote lang="en">a valid value</blockquote>');
    expect(html).toContain('ligne\u00a012');
  });

  it('shows a marker as text until it is checked, and not at all without a quotation', () => {
    expect(render({ ...emptyAnswer, text: 'Oui [1]' })).toContain(
      '<span class="chip pending">[1]</span>',
    );
    expect(render(doneAnswer({ text: 'Oui [7].', citations: [someCitation()] }))).not.toContain(
      '[7]',
    );
  });

  it('marks an unsupported sentence with words, not only with a line', () => {
    const html = render(doneAnswer({ text: 'Douteux.', unsupported: [{ start: 0, end: 8 }] }));
    expect(html).toContain('(à vérifier)');
    expect(html).toContain(fr.ask.unsupportedExplained);
  });

  it('offers the nearest sections when the course does not answer', () => {
    const html = render(doneAnswer({ decision: 'abstain', nearest: [someSource()] }));
    expect(html).toContain('Question sans réponse');
    expect(html).toMatch(/<button[^>]*>Qualité des données › Les six dimensions<\/button>/);
    expect(html).not.toContain(fr.ask.uncited);
  });

  it.each([
    ['hint', fr.ask.hinted, 'hinted'],
    ['refuse', fr.ask.refused, 'refused'],
  ] as const)('tells a %s from an answer, and names what to reread', (decision, title, look) => {
    const html = render(doneAnswer({ decision, text: 'Relisez [1].' }));
    expect(html).toContain(title);
    expect(html).toContain(`class="answer ${look}"`);
    expect(html).not.toContain(fr.ask.sourcesTitle);
    expect(html).not.toContain(fr.ask.uncited);
  });

  it('says so when the offline model stood in, when quotations were removed, when none is left', () => {
    const sources = [someSource()];
    const html = render(doneAnswer({ text: 'Oui.', sources, fallback: true, dropped: 2 }));
    for (const note of [fr.ask.fallback, fr.ask.dropped(2), fr.ask.uncited])
      expect(html).toContain(note);
  });

  it('does not ask to check a greeting, for which the course was not searched', () => {
    expect(render(doneAnswer({ text: 'Bonjour !', sources: [] }))).not.toContain(fr.ask.uncited);
  });

  it('keeps the beginning of an answer that was cut', () => {
    const failure = { code: 'stream-cut', retryable: true, retryAfterSeconds: null };
    const html = render({
      ...emptyAnswer,
      text: 'Une valeur',
      status: 'failed',
      failure,
      lost: true,
    });
    expect(html).toContain('Une valeur');
    expect(html).toContain(fr.ask.partial);
    expect(html).not.toContain(fr.ask.unchecked);
  });

  it('opens the citations of an answer that was cut, and says where they are not known', () => {
    const cut = { ...emptyAnswer, text: 'Oui [1].', status: 'stopped' } as const;
    expect(render(cut)).toContain(fr.ask.unchecked);
    const html = render({ ...cut, citations: [someCitation()] });
    expect(html).not.toContain(fr.ask.unchecked);
    expect(html).toContain('aria-label="Source 1');
  });
});
