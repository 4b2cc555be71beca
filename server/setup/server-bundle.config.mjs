import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, '..', '..');

/** Files find their neighbours (word lists, the page, the evals) from where they are written, not from the bundle. */
const ownPlaces = {
  name: 'own-places',
  /** @param {string} code @param {string} id */
  transform(code, id) {
    if (id.includes('node_modules') || !code.includes('import.meta.')) return null;
    return code
      .replaceAll('import.meta.dirname', JSON.stringify(dirname(id)))
      .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href));
  },
};

/** The server in a few files, its packages included: reading and translating some 900 of them took half of a start. */
export default defineConfig({
  root,
  publicDir: false,
  plugins: [ownPlaces],
  // What is not JavaScript, or reads files beside itself.
  ssr: { noExternal: true, external: ['libsql', 'hnswlib-node', 'pino', 'vite', 'tsx'] },
  build: {
    ssr: join(root, 'server', 'main.ts'),
    outDir: join(root, 'server', 'dist'),
    // A server that runs meanwhile may still need its own.
    emptyOutDir: false,
    target: 'node20',
    minify: false,
  },
});
