import { maxQuestionLength } from '../contract/answers.ts';
import { TutorError } from '../errors.ts';

/**
 * A question fit to be answered: NFC, trimmed, invisible characters removed.
 * @throws {TutorError} `bad-request` when it is empty or not text, `question-too-long` above 4,000 characters
 */
export function readQuestion(raw: string): string {
  // Length first: nothing else should run on a text of unknown size.
  if (raw.length > maxQuestionLength * 4) throw tooLong(raw.length);
  if (/[\ufffd]/.test(raw) || !raw.isWellFormed()) {
    throw new TutorError(
      'bad-request',
      'The question is not valid UTF-8 text; please type it again or send it as UTF-8.',
    );
  }
  if (/[\u0000-\u0008\u000e-\u001f\u007f]/.test(raw)) {
    throw new TutorError(
      'bad-request',
      'The question holds control characters, as a binary file does; please send plain text.',
    );
  }
  const question = raw
    .normalize('NFC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|[\u{e0000}-\u{e007f}]/gu, '')
    .trim();
  if (!/[\p{L}\p{N}\p{S}?]/u.test(question)) {
    throw new TutorError('bad-request', 'The question is empty; please write one.');
  }
  if (question.length > maxQuestionLength) throw tooLong(question.length);
  return question;
}

const tooLong = (length: number): TutorError =>
  new TutorError(
    'question-too-long',
    `The question has ${length} characters and the limit is ${maxQuestionLength}; please shorten it.`,
  );
