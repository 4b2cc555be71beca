import { randomUUID } from 'node:crypto';
import { addClass, changeClass, listClasses } from '../../storage/classes.ts';
import type { Store } from '../../storage/store.ts';
import { codeLengths, newCode } from './code.ts';
import { hashCode } from './secrets.ts';
import type { TrainerDoor } from './trainer-door.ts';

/** The class of a bare clone; a neutral name, since the page is read in two languages. */
const firstClassName = 'Repère';

/** Secrets that were made at this start. Each is told to whoever started the server, once. */
export type FirstSecrets = {
  readonly trainerToken: string | null;
  /** Of the class that cannot be entered otherwise, where others reach the server. */
  readonly classCode: { readonly name: string; readonly code: string } | null;
};

/**
 * Makes sure that a class can be entered and that a trainer can come in: a first class, open on this machine, a code
 * for it where others reach the server and no class has one, and the trainer's token.
 */
export async function prepareFirstStart(
  { tables }: Pick<Store, 'tables'>,
  trainers: TrainerDoor,
  localOnly: boolean,
  now: () => Date = () => new Date(),
): Promise<FirstSecrets> {
  const trainerToken = (await trainers.hasToken()) ? null : await trainers.renewToken();
  let classes = await listClasses(tables);
  if (classes.length === 0) {
    await addClass(tables, {
      ...{ id: randomUUID(), name: firstClassName, open: true },
      ...{ codeHash: null, codeExpiresAt: null, createdAt: now().toISOString() },
    });
    classes = await listClasses(tables);
  }
  const [first] = classes;
  if (localOnly || !first || classes.some(({ hasCode }) => hasCode)) {
    return { trainerToken, classCode: null };
  }
  const code = newCode(codeLengths.class);
  await changeClass(tables, first.id, { codeHash: hashCode(code), codeExpiresAt: null });
  return { trainerToken, classCode: { name: first.name, code } };
}
