import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportModel } from '../report-model.ts';
import { hostile, sampleRun } from '../testing/sample-runs.ts';
import { dataBlock, escapeHtml, html } from './html.ts';
import { htmlReport } from './html-report.ts';
import { wordDiff } from './word-diff.ts';

const model = (leaky = false) =>
  reportModel({
    run: sampleRun({ leaky }),
    baseline: sampleRun({ name: 'run-a', right: 0.9, seed: 2 }),
    history: [],
    gates: [{ gate: hostile.script, class: 'bound', verdict: 'fail', detail: hostile.attribute }],
  });

describe('htmlReport', () => {
  it('lets no text of a case become markup', async () => {
    const page = await htmlReport(model(true));
    // Ours, and no more: one script, one data block.
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page.match(/<\/script/g)).toHaveLength(2);
    expect(page).not.toContain('<!--');
    expect(page).not.toMatch(/<img/);
    expect(page).not.toMatch(/<[^>]*\sonmouseover=/);
  });

  it('names nothing of another host and loads nothing', async () => {
    const page = (await htmlReport(model())).replaceAll(/example\.invalid/g, '');
    expect(page).not.toMatch(/(?:src|href)="(?!#)/);
    expect(page).not.toMatch(/@import|url\(/);
  });

  it('shows no case of the test split', async () => {
    const page = await htmlReport(model());
    const hidden = sampleRun().rows.filter(({ split }) => split === 'test');
    expect(hidden.length).toBeGreaterThan(0);
    for (const { caseId } of hidden) expect(page).not.toContain(`>${caseId}<`);
  });

  it('is the same for the same runs', async () => {
    expect(await htmlReport(model())).toBe(await htmlReport(model()));
  });
});

describe('html', () => {
  it('escapes what is put in and keeps what is markup', () => {
    const inner = html`<b>${'<&"\'`'}</b>`;
    expect(html`<p title="${'"'}">${inner}${null}${3}</p>`.markup).toBe(
      '<p title="&quot;"><b>&lt;&amp;&quot;&#39;&#96;</b>3</p>',
    );
  });

  it('leaves no character that could end its place, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"'`\u0000-\u0008]/);
        const { markup } = dataBlock('x', text);
        const [, json] = /^<script type="application\/json" id="x">([\s\S]*)<\/script>$/.exec(
          markup,
        )!;
        expect(json).not.toMatch(/[<&]/);
        expect(JSON.parse(json!)).toBe(text);
      }),
    );
  });
});

describe('wordDiff', () => {
  it('marks the words that one side alone has', () => {
    expect(wordDiff('un deux trois', 'un dix trois')).toEqual([
      [
        { text: 'un', own: false },
        { text: ' deux', own: true },
        { text: ' trois', own: false },
      ],
      [
        { text: 'un', own: false },
        { text: ' dix', own: true },
        { text: ' trois', own: false },
      ],
    ]);
  });

  it('gives both texts back, and finds nothing between equal ones', () => {
    const text = fc
      .array(fc.constantFrom('un', 'deux', ' ', '\n', 'trois'))
      .map((all) => all.join(' '));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [left, right] = wordDiff(a, b);
        expect(left.map((part) => part.text).join('')).toBe(a);
        expect(right.map((part) => part.text).join('')).toBe(b);
        const kept = (parts: typeof left) =>
          parts
            .filter(({ own }) => !own)
            .map((part) => part.text)
            .join('');
        expect(kept(left)).toBe(kept(right));
        expect(wordDiff(a, a)[0].some(({ own }) => own)).toBe(false);
      }),
    );
  });
});
