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
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
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
  const installed = installedPackages();
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const needed = { ...dependencies, ...(development ? devDependencies : {}) };
  const isThere = ([name, version]) => installed[`node_modules/${name}`]?.version === version;
  if (Object.entries(needed).every(isThere)) return;
  // A server needs two thirds of the bytes; where the others are already, installing without them would take them away.
  const both =
    development || Object.keys(devDependencies).some((name) => `node_modules/${name}` in installed);
  // The npm that runs this script, whatever PATH says. The lock file is followed and left as it is.
  const npm = process.env.npm_execpath;
  const [command, ...prefix] = npm ? [process.execPath, npm] : ['npm'];
  const groups = ['--include=optional', both ? '--include=dev' : '--omit=dev'];
  const doing = 'Installing packages, which happens once and takes about a minute';
  const rest = ['--no-save', '--no-audit', '--no-fund'];
  const advice =
    'see above, make sure that this machine reaches the packages’ registry, and start again';
  run(doing, command, [...prefix, 'install', ...groups, ...rest], advice);
}

/** What npm installed last, by folder: it writes the list at the end, so an installation that was cut leaves none. */
function installedPackages() {
  const list = join(root, 'node_modules', '.package-lock.json');
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')).packages : {};
}

/**
 * Runs a program with its output on our standard error, which leaves the standard output to what comes after.
 * @param {string} doing what it is for
 * @param {string} command
 * @param {string[]} args
 * @param {string} advice what to do when it fails
 */
function run(doing, command, args, advice = 'what it says above has to be mended first') {
  console.error(`${doing}.`);
  checkWritable();
  const { status, signal, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status === 0) return;
  fail(`${doing}: failed with ${error?.message ?? signal ?? `exit code ${status}`}; ${advice}.`);
}

/** Whatever is run writes into the project's folder, and would otherwise say so in its own way. */
function checkWritable() {
  try {
    accessSync(root, constants.W_OK);
  } catch {
    fail(
      `This user may not write into ${root}: run npm run build there once as the user that owns it.`,
    );
  }
}

/** @param {string} sentence */
function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
