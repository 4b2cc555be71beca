import { createHash, randomBytes } from 'node:crypto';
import { normaliseCode } from './code.ts';

/** The token of a session, which only a cookie carries: 256 bits. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a secret. One round is enough: none of ours is chosen by a person. */
export const hashSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex');

/** What is stored of a code, however it is typed. */
export const hashCode = (typed: string): string => hashSecret(normaliseCode(typed));
