import { describe, expect, it } from 'vitest';
import { doneAnswer, someCitation } from '../testing/answers.ts';
import { languageOf } from './language-of.ts';
import { parseAnswer } from './parse-answer.ts';

const plain = 'Apache Kafka est une plateforme distribuée.';

function language(text: string, changes: Parameters<typeof doneAnswer>[0] = {}) {
  const [block] = parseAnswer(text);
  const runs = block?.kind === 'paragraph' ? block.runs : (block?.items[0] ?? []);
  const answer = doneAnswer({ language: 'en', citations: [someCitation({ plain })], ...changes });
  return languageOf(runs, answer);
}

describe('languageOf', () => {
  it('knows the words of the course in an answer of another language', () => {
    expect(language('Apache Kafka est une plateforme distribuée [1].')).toBe('fr');
    expect(language('- **Apache Kafka** est une plateforme distribuée [1].')).toBe('fr');
  });

  it('leaves to the answer what the answer says itself', () => {
    expect(language('The course says, in French:')).toBeUndefined();
    expect(language('Kafka is a distributed platform [1].')).toBeUndefined();
    expect(language('[1]')).toBeUndefined();
  });

  it('has nothing to say where both are of one language, or nothing was checked', () => {
    expect(language(`${plain} [1]`, { language: 'fr' })).toBeUndefined();
    expect(language(`${plain} [1]`, { citations: [] })).toBeUndefined();
  });
});
