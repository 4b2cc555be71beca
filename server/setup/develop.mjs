/**
 * `npm run dev`: builds the page again when a file of web/ changes, and restarts the server when one of server/
 * does. One port, and the same headers as in service, so that what the page may not do shows at once.
 */
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..', '..');
const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');

const children = [
  [vite, 'build', join(root, 'web'), '--watch', '--logLevel', 'warn'],
  ['--watch', '--watch-preserve-output', '--import', 'tsx', join(root, 'server', 'main.ts')],
].map((args) => spawn(process.execPath, args, { stdio: 'inherit' }));

for (const child of children) child.once('exit', stop);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);

function stop() {
  for (const child of children) child.kill('SIGTERM');
}
