import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/** What changes something on the disk. */
const changing = ['chmod', 'copyFile', 'link', 'mkdir', 'mkdtemp', 'rename', 'rm'] as const;

/**
 * Lets the operation on files with that number, from 0, and those after it wait for ever: to everybody else, the
 * process that wanted it is dead. Only operations of `node:fs/promises` on paths that `concerns` are counted.
 */
export function hangAt(
  number: number,
  concerns: (path: string) => boolean,
): { readonly reached: Promise<void>; undo(): void } {
  const own = Object.fromEntries(changing.map((name) => [name, promises[name]]));
  let count = 0;
  let reach = () => {};
  const reached = new Promise<void>((resolve) => (reach = resolve));
  for (const name of changing) {
    const operation = own[name] as (...args: readonly unknown[]) => Promise<unknown>;
    const counted = (...args: readonly unknown[]): Promise<unknown> => {
      if (!args.some((arg) => typeof arg === 'string' && concerns(arg))) return operation(...args);
      count += 1;
      if (count <= number) return operation(...args);
      reach();
      return new Promise(() => {});
    };
    Object.assign(promises, { [name]: counted });
  }
  syncBuiltinESMExports();
  return {
    reached,
    undo() {
      Object.assign(promises, own);
      syncBuiltinESMExports();
    },
  };
}
