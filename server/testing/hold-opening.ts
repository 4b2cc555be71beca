import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/** Lets the next who opens a file by `node:fs/promises` wait before it is opened, so that others come in between. */
export function holdOpening(path: string): {
  /** Resolves once somebody waits. */
  readonly reached: Promise<void>;
  /** Lets it be opened, and holds nobody any more. */
  release(): void;
} {
  const { open } = promises;
  let reach = () => {};
  let letGo = () => {};
  const reached = new Promise<void>((resolve) => (reach = resolve));
  const released = new Promise<void>((resolve) => (letGo = resolve));
  promises.open = async (...args) => {
    if (args[0] === path) {
      reach();
      await released;
    }
    return open(...args);
  };
  syncBuiltinESMExports();
  return {
    reached,
    release() {
      promises.open = open;
      syncBuiltinESMExports();
      letGo();
    },
  };
}
