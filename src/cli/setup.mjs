/**
 * Runs before every npm script, with nothing installed yet: node built-ins only. It says nothing when
 * there is nothing to do, and never writes to stdout, where `npm run --silent sim` prints results.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const stamp = `${root}node_modules/.setup-stamp`;

/** @param {string} sentence */
function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** What the installed packages were installed from, or '' before the first time. */
function installed() {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return '';
  }
}

function install() {
  process.stderr.write('Installing the packages of package-lock.json …\n');
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  // Inside an npm script npm names itself; a bare `npm` would need a shell on Windows.
  const npm = process.env.npm_execpath;
  const result = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: true });
  return result.status === 0;
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  stop(`Quorate needs Node 20.19 or newer; this is ${process.versions.node}.`);
}

const wanted = createHash('sha256')
  .update(readFileSync(`${root}package-lock.json`))
  .digest('hex');
if (installed() !== wanted) {
  if (!install()) stop('The packages could not be installed: see the lines above.');
  writeFileSync(stamp, wanted);
}
