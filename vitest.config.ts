import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{server,web,evals,corpus}/**/*.test.{ts,tsx}', '*.test.ts'],
    setupFiles: ['./vitest.setup.ts'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
