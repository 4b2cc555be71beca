import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{server,web,evals,corpus}/**/*.test.{ts,tsx}', '*.test.ts'],
    setupFiles: ['./vitest.setup.ts'],
    maxWorkers: 2,
    // A worker reads the program and its packages once for all its files, which takes a third of the work away. A file
    // shall leave nothing behind: spies are taken back after each, the rest (timers, settings, patches) by its own hooks.
    isolate: false,
    // For what hangs. On a busy machine the longest takes a minute and a half.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 20_000 } },
  },
});
