import { randomUUID } from 'node:crypto';
import type {
  ChangeClassRequest,
  ClassView,
  ClassWithCode,
  NewClassRequest,
} from '../../contract/classes.ts';
import { TutorError } from '../../errors.ts';
import {
  addClass,
  changeClass,
  findClass,
  listClasses,
  removeClass,
} from '../../storage/classes.ts';
import type { Store } from '../../storage/store.ts';
import { codeLengths, newCode } from './code.ts';
import { hashCode } from './secrets.ts';

/** The classes, as a trainer keeps them. */
export type Classes = {
  /** Oldest first. */
  list(): Promise<readonly ClassView[]>;
  create(request: NewClassRequest): Promise<ClassWithCode>;
  /** @throws {TutorError} `not-found`; `conflict` when it is to be open where others reach the server */
  change(id: string, request: ChangeClassRequest): Promise<ClassView>;
  /**
   * Gives a class a new code and ends the one before. A time of expiry that has passed is lifted, one to come stays.
   * @throws {TutorError} `not-found`
   */
  renewCode(id: string): Promise<ClassWithCode>;
  /**
   * Deletes a class with its students and all they wrote, so that nothing of it can be read in the data folder.
   * @throws {TutorError} `not-found`
   */
  remove(id: string): Promise<void>;
};

/** @param localOnly whether only this machine reaches the server: elsewhere no class may be open */
export function createClasses(
  { tables, checkpoint }: Pick<Store, 'tables' | 'checkpoint'>,
  localOnly: boolean,
  now: () => Date = () => new Date(),
): Classes {
  const view = async (id: string): Promise<ClassView> => {
    const one = await findClass(tables, id);
    if (!one) throw noSuchClass();
    return { ...one, open: one.open && localOnly };
  };
  return {
    list: async () =>
      (await listClasses(tables)).map((one) => ({ ...one, open: one.open && localOnly })),
    async create({ name, codeExpiresAt = null }) {
      const id = randomUUID();
      const code = newCode(codeLengths.class);
      await addClass(tables, {
        ...{ id, name, open: false, codeHash: hashCode(code) },
        ...{ codeExpiresAt: toUtc(codeExpiresAt), createdAt: now().toISOString() },
      });
      return { ...(await view(id)), code };
    },
    async change(id, { name, open, codeExpiresAt }) {
      if (open === true && !localOnly) throw notLocal();
      const expiry = codeExpiresAt === undefined ? undefined : toUtc(codeExpiresAt);
      await changeClass(tables, id, { name, open, codeExpiresAt: expiry });
      return view(id);
    },
    async renewCode(id) {
      const { codeExpiresAt } = await view(id);
      const expired = codeExpiresAt !== null && new Date(codeExpiresAt) <= now();
      const code = newCode(codeLengths.class);
      await changeClass(tables, id, {
        codeHash: hashCode(code),
        ...(expired && { codeExpiresAt: null }),
      });
      return { ...(await view(id)), code };
    },
    async remove(id) {
      if (!(await removeClass(tables, id))) throw noSuchClass();
      await checkpoint();
    },
  };
}

const toUtc = (time: string | null): string | null =>
  time === null ? null : new Date(time).toISOString();

const noSuchClass = (): TutorError =>
  new TutorError('not-found', 'There is no such class; it may have been deleted.');

const notLocal = (): TutorError =>
  new TutorError(
    'conflict',
    'A class can be open without a code only while this machine alone reaches the server; give out its code instead.',
  );
