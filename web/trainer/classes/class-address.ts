import type { ClassView } from '../../../server/contract/classes.ts';

/** The address of one class on the server. */
export const classAddress = ({ id }: Pick<ClassView, 'id'>): string =>
  `/api/trainer/classes/${encodeURIComponent(id)}`;
