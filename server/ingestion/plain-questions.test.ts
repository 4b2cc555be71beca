import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type PlainList, readPlainQuestions } from './plain-questions.ts';

const texts = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), {
  minLength: 1,
  maxLength: 4,
});

describe('readPlainQuestions', () => {
  it('reads what YAML reads, whatever the texts', () => {
    const entries = fc.array(fc.record({ ask: texts, quote: texts }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(entries, (written) => {
        const block = (items: readonly string[]) =>
          items.map((item) => `\n      - ${JSON.stringify(item)}`).join('');
        const lines = written.map(({ ask, quote }, at) =>
          at % 2 === 0
            ? `  - ask: ${JSON.stringify(ask)}\n    quote: ${JSON.stringify(quote)}\n`
            : `  - ask:${block(ask)}\n    quote:${block(quote)}\n`,
        );
        const source = `# Questions\n\ndocument: lecon-1\nquestions:\n${lines.join('\n')}`;
        const { document, questions } = readPlainQuestions(source)!;
        const values = ({ items }: PlainList) => items.map(({ value }) => value);
        expect({
          document,
          questions: questions.map(({ ask, quote }) => ({
            ask: values(ask),
            quote: values(quote),
          })),
        }).toEqual(parse(source));
        for (const { items } of questions.flatMap(({ ask, quote }) => [ask, quote])) {
          for (const { value, line } of items) {
            expect(source.split('\n')[line - 1]).toContain(JSON.stringify(value));
          }
        }
      }),
    );
  });

  it.each([
    ['another order', 'questions:\n  - ask: ["a"]\n    quote: ["b"]\n    note: 1\ndocument: x'],
    ['bare texts', 'document: x\nquestions:\n  - ask:\n      - a\n    quote: ["b"]'],
    ['an empty list', 'document: x\nquestions:\n  - ask: []\n    quote: ["b"]'],
    ['plain scalars', 'document: x\nquestions:\n  - ask: [a, b]\n    quote: ["b"]'],
    ['an entry without a quotation', 'document: x\nquestions:\n  - ask: ["a"]'],
    ['no document', 'questions:\n  - ask: ["a"]\n    quote: ["b"]'],
    ['nothing', ''],
  ])('leaves %s to YAML', (_, source) => {
    expect(readPlainQuestions(source)).toBeNull();
  });
});
