import { createRequire } from 'node:module';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * The browser build of this package (it decodes `&eacute;` while Markdown is parsed) sets `innerHTML`, which the
 * page's `require-trusted-types-for 'script'` forbids; the build for Node uses a table instead.
 */
const decodeWithTable = createRequire(import.meta.url).resolve('decode-named-character-reference');

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: { alias: { 'decode-named-character-reference': decodeWithTable } },
  // Nothing inlined: the policy allows neither `data:` addresses nor inline scripts.
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What a slow machine makes of the build is nothing that who starts the server can mend.
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});
