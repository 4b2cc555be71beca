import { createHash, randomBytes } from 'node:crypto';

/** A secret nobody guesses: 128 bits, in letters and digits that a URL, a cookie and a voice can carry. */
export const newToken = (): string => randomBytes(16).toString('base64url');

/** What is stored of a secret. One round is enough: none of ours is chosen by a person. */
export const hashSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex');
