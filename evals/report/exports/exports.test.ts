import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { QuestionCase } from '../../cases/load-cases.ts';
import { reportModel } from '../report-model.ts';
import { hostile, sampleRun } from '../testing/sample-runs.ts';
import { csv, csvCell } from './csv.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { promptfooConfig, promptfooResults } from './promptfoo.ts';
import { trecQrels, trecRun } from './trec.ts';

const run = sampleRun();
const broken = {
  ...run,
  rows: run.rows.map((row, at) =>
    at === 0 ? ({ ...row, status: 'error', error: hostile.xml } as const) : row,
  ),
};
const model = reportModel({
  run: broken,
  baseline: sampleRun({ name: 'run-a', right: 0.9, seed: 2 }),
  history: [],
  gates: [
    { gate: hostile.xml, class: 'bound', verdict: 'fail', detail: hostile.markdown },
    { gate: 'goal', class: 'advisory', verdict: 'fail', detail: 'not there yet' },
  ],
});

describe('junit', () => {
  it('counts failed gates and rows that did not run, and nothing else', () => {
    const xml = junit(model);
    expect(xml).toContain('failures="1" errors="1" skipped="1"');
    expect(xml.match(/<testcase /g)).toHaveLength(2 + run.rows.length);
  });

  it('lets no text become markup', () => {
    const xml = junit(model);
    expect(xml.match(/<failure /g)).toHaveLength(1);
    expect(xml).not.toMatch(/[\u0000-\u0008]|\]\]>/);
    // What is left when every whole tag is taken away is white space.
    expect(xml.replace(/<\?xml[^>]*\?>|<\/?[a-z]+(?: [a-z]+="[^"<]*")*\/?>/g, '').trim()).toBe('');
  });
});

describe('csv', () => {
  it('has as many cells in every line', () => {
    const lines = csv(run.rows).trimEnd().split('\r\n');
    expect(lines).toHaveLength(1 + run.rows.flatMap(({ scores }) => scores).length);
    expect(new Set(lines.map((line) => line.split(',').length))).toEqual(new Set([17]));
  });

  it('begins no text as a formula and gives it back', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `=${text}`),
        ),
        (text) => {
          const written = csvCell(text);
          const read = written.startsWith('"')
            ? written.slice(1, -1).replaceAll('""', '"')
            : written;
          expect(read).not.toMatch(/^\s*[=+\-@]/);
          expect(read.replace(/^'/, '')).toBe(text.replace(/^'/, ''));
        },
      ),
    );
    expect(csvCell(-0.5)).toBe('-0.5');
  });
});

describe('trec', () => {
  it('writes rankings in six columns and judgements in four', () => {
    for (const line of trecRun(run.rows).trimEnd().split('\n'))
      expect(line.split(' ')).toHaveLength(6);
    const gold = [{ documentId: 'lecon-kafka', start: 120, end: 188, grade: 2 as const }];
    const chunks = [
      { documentId: 'lecon-kafka', start: 100, end: 400 },
      { documentId: 'lecon-kafka', start: 400, end: 700 },
    ];
    expect(trecQrels([{ id: 'q-0', gold }], chunks)).toBe('q-0 0 lecon-kafka#100-400 2\n');
  });
});

describe('promptfoo', () => {
  it('writes a configuration that reads back, without conversations', () => {
    const question = (turns: string[]): QuestionCase => ({
      ...{ id: 'q', split: 'dev', lang: 'fr', tags: ['short'], turns, why: 'w', gold: [] },
      nuggets: [{ text: 'f', importance: 'vital', any: ['journal', hostile.formula] }],
    });
    const config = parse(promptfooConfig([question(['{{x}}']), question(['a', 'b'])])) as {
      tests: { vars: { question: string }; assert: object[] }[];
    };
    expect(config.tests).toHaveLength(1);
    expect(config.tests[0]!.vars.question).not.toContain('{{');
    expect(config.tests[0]!.assert).toHaveLength(1);
  });

  it('writes results of the dev split alone, their counts adding up', () => {
    const { results } = JSON.parse(promptfooResults(model)) as {
      results: { results: object[]; stats: Record<'successes' | 'failures' | 'errors', number> };
    };
    const { successes, failures, errors } = results.stats;
    expect(results.results).toHaveLength(run.rows.filter(({ split }) => split === 'dev').length);
    expect(successes + failures + errors).toBe(results.results.length);
  });
});

describe('markdown', () => {
  it('keeps its tables whole, whatever the texts', () => {
    const text = markdown(model);
    expect(text.replaceAll(/`[^`\n]*`/g, '')).not.toContain('<');
    for (const block of text.split('\n\n').filter((part) => part.startsWith('|'))) {
      expect(new Set(block.split('\n').map((line) => line.split('|').length)).size).toBe(1);
    }
  });

  it('says how many gates fail, advisory ones apart, or that nothing can be said', () => {
    expect(markdown({ ...model, voids: ['cut short'] })).toContain('**VOID**');
    expect(markdown(model)).toContain('**1 of 1 gates fail**');
  });
});
