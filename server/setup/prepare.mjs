/**
 * Makes a fresh clone ready, before anything of ours is imported: installs the packages when they are missing or
 * not those of package.json, and builds the page and the server when they are missing or their sources changed. Plain
 * JavaScript without a dependency, because nothing may be installed yet.
 *
 *     node server/setup/prepare.mjs [--page] [--server] [--development]
 *
 * --page         also builds the page
 * --server       also puts the server into a few files, which start sooner
 * --development  the development packages have to be there too
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildPage } from './build-page.mjs';
import { buildServer } from './build-server.mjs';

const root = resolve(import.meta.dirname ?? '.', '..', '..');
const wanted = new Set(process.argv.slice(2));

checkNode();
installPackages(wanted.has('--development'));
if (wanted.has('--page')) buildPage(root, run);
if (wanted.has('--server')) buildServer(root, run);

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`Node ${process.versions.node} is too old: install Node 20.19 or newer from nodejs.org.`);
}

/** @param {boolean} development */
function installPackages(development) {
  if (isInstalled(development)) return;
  // The npm that runs this script, whatever PATH says. The lock file is followed and left as it is.
  const npm = process.env.npm_execpath;
  const args = ['install', '--include=dev', '--include=optional', '--no-save', '--no-audit'];
  const [command, ...prefix] = npm ? [process.execPath, npm] : ['npm'];
  const doing = 'Installing packages, which happens once and takes about a minute';
  run(doing, command, [...prefix, ...args, '--no-fund']);
}

/**
 * npm writes the list of what it installed last, so an installation that was cut leaves none.
 * @param {boolean} development
 */
function isInstalled(development) {
  const list = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(list)) return false;
  const { packages } = JSON.parse(readFileSync(list, 'utf8'));
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const needed = { ...dependencies, ...(development ? devDependencies : {}) };
  return Object.entries(needed).every(
    ([name, version]) => packages[`node_modules/${name}`]?.version === version,
  );
}

/**
 * Runs a program with its output on our standard error, which leaves the standard output to what comes after.
 * @param {string} doing what it is for
 * @param {string} command
 * @param {string[]} args
 */
function run(doing, command, args) {
  console.error(`${doing}.`);
  const { status, signal, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status === 0) return;
  fail(`${doing}: failed with ${error?.message ?? signal ?? `exit code ${status}`}; see above.`);
}

/** @param {string} sentence */
function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
