import { TutorError } from '../../errors.ts';

/** Of a draft that is not there, or somebody else's: which of the two is not told. */
export const noSuchDraft = (): TutorError =>
  new TutorError('not-found', 'There is no such draft; it may have been deleted.');

export const noPrevious = (): TutorError =>
  new TutorError(
    'not-found',
    'The draft to compare with does not exist; choose another one, or none.',
  );

export const otherTask = (): TutorError =>
  new TutorError(
    'bad-request',
    'The draft to compare with is of another task; choose one of the same task, or none.',
  );

export const keyTaken = (): TutorError =>
  new TutorError('conflict', 'This request key has been used; make a new one and send it again.');

export const isComplete = (): TutorError =>
  new TutorError('conflict', 'This draft has been read to its end; change it and send it anew.');
