import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxQuestionLength } from '../contract/answers.ts';
import { TutorError } from '../errors.ts';
import { readQuestion } from './read-question.ts';

const codeOf = (raw: string): string => {
  try {
    readQuestion(raw);
    return 'fine';
  } catch (error) {
    return error instanceof TutorError ? error.code : 'another error';
  }
};

describe('readQuestion', () => {
  it('gives a trimmed NFC text within the limit, or a TutorError, for any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (raw) => {
        const code = codeOf(raw);
        expect(['fine', 'bad-request']).toContain(code);
        if (code !== 'fine') return;
        const question = readQuestion(raw);
        expect(question).toBe(question.trim());
        expect(question.normalize('NFC')).toBe(question);
        expect(readQuestion(question)).toBe(question);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['  C’est quoi Kafka ?\n', 'C’est quoi Kafka ?'],
    ['e\u0301te\u0301 ?', 'été ?'],
    ['\ufeffKaf\u200bka\u202e ?', 'Kafka ?'],
    ['ignore\u{e0041}\u{e0042} ?', 'ignore ?'],
    ['?', '?'],
    ['👋', '👋'],
    ['deux\nlignes\tet tabulation', 'deux\nlignes\tet tabulation'],
  ])('reads %j as %j', (raw, question) => {
    expect(readQuestion(raw)).toBe(question);
  });

  it.each([
    '',
    '   \n',
    '\u200b\u200b',
    '...',
    '!!',
    'a\u0000b',
    '\u001b[31mrouge',
    'caf\ufffd',
    'a\ud83d',
  ])('refuses %j as a bad request', (raw) => {
    expect(codeOf(raw)).toBe('bad-request');
  });

  it('takes a question at the limit and refuses one above, by its length without the space around it', () => {
    expect(codeOf('a'.repeat(maxQuestionLength))).toBe('fine');
    expect(codeOf(` ${'a'.repeat(maxQuestionLength)} `)).toBe('fine');
    expect(codeOf('a'.repeat(maxQuestionLength + 1))).toBe('question-too-long');
    expect(codeOf('a'.repeat(10_000_000))).toBe('question-too-long');
  });
});
