import { TutorError } from '../../errors.ts';

/** Said of what is not there and of what is another student's alike. */
export const noSuchTurn = (): TutorError =>
  new TutorError('not-found', 'There is no such question; it may have been deleted.');

/** Said of what is not there and of what is another student's alike. */
export const noSuchConversation = (): TutorError =>
  new TutorError('not-found', 'There is no such conversation; it may have been deleted.');
