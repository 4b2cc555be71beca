import { errorCode, isDiskFull, TutorError } from '../errors.ts';

/**
 * What a failed statement is told as: `disk-full`, `data-broken` or `storage-unavailable` where somebody can act on it;
 * anything else is a bug and comes back as it is. The sentences name no path, since clients are sent them.
 */
export function toStorageFailure(cause: unknown): unknown {
  if (isDiskFull(cause)) return noRoom(cause);
  const code = errorCode(cause);
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) return damaged(cause);
  return unavailable.test(code) ? notNow(cause) : cause;
}

/** Held by another process, unreadable, not writable, or on a disk that fails. */
const unavailable = /^SQLITE_(BUSY|LOCKED|IOERR|CANTOPEN|READONLY|PROTOCOL|PERM|NOMEM)/;

const noRoom = (cause: unknown): TutorError =>
  new TutorError(
    'disk-full',
    'There is no room to keep what is written; tell your trainer, and try again later.',
    { cause },
  );

const notNow = (cause: unknown): TutorError =>
  new TutorError(
    'storage-unavailable',
    'What is written cannot be kept or read at the moment; please try again in a few seconds.',
    { cause },
  );

const damaged = (cause: unknown): TutorError =>
  new TutorError(
    'data-broken',
    'The tables in the data folder are damaged; stop the tutor and restore a backup with npm run restore.',
    { cause },
  );

/** The file of the tables was moved or deleted while it is used: what is written now would be lost. */
export const storageGone = (): TutorError =>
  new TutorError(
    'storage-unavailable',
    'The tables are no longer in the data folder; put the file back, or stop the tutor and restore a backup with npm run restore.',
  );
