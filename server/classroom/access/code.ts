import { randomInt } from 'node:crypto';

/** Digits and capitals without 0, O, 1 and I, which are taken for one another: 32, so that each is worth 5 bits. */
export const codeAlphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/**
 * Letters of each sort of code. A class code has 60 bits, which ten wrong tries a quarter of an hour do not exhaust;
 * a recovery code, which nobody rotates, 80; the trainer's token 120.
 */
export const codeLengths = { class: 12, recovery: 16, trainer: 24 } as const;

const groupLength = 4;

const shape = new RegExp(`^[${codeAlphabet}]*$`);

/** A code of chance, in groups of four that are easy to read aloud: `7KQM-2XWP-HD9T`. */
export function newCode(length: number, random: (below: number) => number = randomInt): string {
  const letters = Array.from({ length }, () => codeAlphabet[random(codeAlphabet.length)]).join('');
  return letters.match(new RegExp(`.{1,${groupLength}}`, 'g'))?.join('-') ?? '';
}

/** A code as it is compared: in capitals, without whatever stands between its letters. */
export const normaliseCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Whether what was typed could be a code of a length at all; what could not was mistyped, and guesses nothing. */
export function couldBeCode(typed: string, length: number): boolean {
  const code = normaliseCode(typed);
  return code.length === length && shape.test(code);
}
