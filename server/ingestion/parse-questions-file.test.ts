import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuestionsFile } from './parse-questions-file.ts';

const file = `document: kafka
questions:
  - ask: ["c'est quoi kafka", "what is Kafka?"]
    quote: ["Kafka est un journal."]
  - ask: ["qui l'a créé ?"]
    quote:
      - "Kafka vient de LinkedIn."
      - "Il date de 2011."
`;

describe('parseQuestionsFile', () => {
  it('reads wordings and quotations with their lines', () => {
    expect(parseQuestionsFile(file)).toEqual({
      documentId: 'kafka',
      questions: [
        {
          ask: ["c'est quoi kafka", 'what is Kafka?'],
          quote: [{ text: 'Kafka est un journal.', line: 4 }],
        },
        {
          ask: ["qui l'a créé ?"],
          quote: [
            { text: 'Kafka vient de LinkedIn.', line: 7 },
            { text: 'Il date de 2011.', line: 8 },
          ],
        },
      ],
      problems: [],
    });
  });

  it.each([
    ['no quotation', '  - ask: ["à quoi ça sert ?"]\n', 9],
    ['an empty wording', '  - ask: [""]\n    quote: ["Kafka est un journal."]\n', 9],
    ['a key that is none', '  - ask: ["a b"]\n    quote: ["Kafka est."]\n    note: 3\n', 9],
  ])('leaves an entry with %s out, and names its line', (_, entry, line) => {
    const { questions, problems } = parseQuestionsFile(file + entry);
    expect(questions).toHaveLength(2);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`line ${line}`);
  });

  it.each([
    ['something that is not YAML', 'document: [kafka\nquestions'],
    ['a list', '- a\n- b'],
    ['nothing', ''],
    ['no document', 'questions:\n  - ask: ["a b"]\n    quote: ["c d"]'],
    ['no questions', 'document: kafka'],
  ])('gives one sentence with a line for %s', (_, source) => {
    const { documentId, questions, problems } = parseQuestionsFile(source);
    expect({ documentId, questions }).toEqual({ documentId: null, questions: [] });
    expect(problems).toEqual([expect.stringMatching(/^line \d+: .+\.$/)]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.nat(file.length), (noise, at) => {
        const { problems } = parseQuestionsFile(file.slice(0, at) + noise + file.slice(at));
        for (const problem of problems) expect(problem).toMatch(/^line \d+: /);
      }),
    );
  });
});
