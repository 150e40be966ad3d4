/**
 * `npm test` and `npm run check`: every gate, cheapest first, and one last line, `N passed, N failed`.
 * A gate counts as one; the two test runners count what they ran. With --bail the first failure ends it.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findOrInstallBrowser } from './browser.mjs';
import { measureFirstView } from './size.mjs';

/** @typedef {{ passed: number, failed: number }} Tally */

const root = fileURLToPath(new URL('../..', import.meta.url));
const reports = mkdtempSync(join(tmpdir(), 'quorate-'));
const pass = { passed: 1, failed: 0 };
const fail = { passed: 0, failed: 1 };

/**
 * Runs a tool's own script with this Node, so that no shell and no .cmd file is in between.
 * @param {string} script within node_modules
 * @param {string[]} args
 * @param {{ show: boolean, env?: Record<string, string> }} options show: as it comes, else only when it fails
 * @returns {Promise<boolean>}
 */
function runs(script, args, { show, env = {} }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', script), ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    /** @type {Buffer[]} */
    const said = [];
    child.stdout?.on('data', (chunk) => said.push(chunk));
    child.stderr?.on('data', (chunk) => said.push(chunk));
    child.on('close', (code) => {
      if (code !== 0) process.stdout.write(Buffer.concat(said));
      resolve(code === 0);
    });
  });
}

/**
 * A missing report, or a bad end that no test explains, is a failure too.
 * @param {string} file
 * @param {boolean} ok whether the runner ended well
 * @param {(report: any) => Tally} count
 * @returns {Tally}
 */
function tally(file, ok, count) {
  try {
    const { passed, failed } = count(JSON.parse(readFileSync(file, 'utf8')));
    return { passed, failed: failed === 0 && (!ok || passed === 0) ? 1 : failed };
  } catch {
    return fail;
  }
}

/**
 * @param {string} script
 * @param {string[]} args
 * @returns {() => Promise<Tally>}
 */
const tool = (script, args) => async () =>
  (await runs(script, args, { show: false })) ? pass : fail;

async function unit() {
  const file = join(reports, 'unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const ok = await runs('vitest/vitest.mjs', ['run', ...reporters], { show: true });
  return tally(file, ok, (report) => {
    // A file that does not load has no tests to fail.
    const unloaded = report.testResults.filter(
      (/** @type {{ status: string, assertionResults: unknown[] }} */ result) =>
        result.status === 'failed' && result.assertionResults.length === 0,
    );
    return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length };
  });
}

async function size() {
  const { ok, sentence } = measureFirstView(join(root, 'dist'));
  process.stdout.write(`${sentence}\n`);
  return ok ? pass : fail;
}

async function browser() {
  const executable = findOrInstallBrowser();
  if (executable === undefined) {
    process.stdout.write('No Chromium here and none could be installed: set CHROME_PATH to one.\n');
    return fail;
  }
  const file = join(reports, 'e2e.json');
  const env = { CHROME_PATH: executable, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const args = ['test', '--config=test/e2e', '--reporter=list,json'];
  const ok = await runs('@playwright/test/cli.js', args, { show: true, env });
  return tally(file, ok, ({ stats, errors }) => {
    if (stats.flaky > 0) process.stdout.write(`${stats.flaky} passed at the second try only\n`);
    return {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + errors.length,
    };
  });
}

/** @type {{ name: string, needsBuild?: true, run: () => Promise<Tally> }[]} */
const gates = [
  {
    name: 'format and lint',
    run: tool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings']),
  },
  { name: 'types', run: tool('typescript/bin/tsc', ['--noEmit']) },
  { name: 'dead code', run: tool('knip/bin/knip.js', []) },
  { name: 'house and unit tests', run: unit },
  { name: 'build', run: tool('vite/bin/vite.js', ['build', '--logLevel=warn']) },
  { name: 'size of the first view', needsBuild: true, run: size },
  { name: 'browser tests', needsBuild: true, run: browser },
];

const bail = process.argv.includes('--bail');
const sum = { passed: 0, failed: 0 };
let built = false;
for (const { name, needsBuild, run } of gates) {
  const begun = Date.now();
  process.stdout.write(`\n── ${name}\n`);
  if (needsBuild && !built) process.stdout.write('not run: there is no build\n');
  /** @type {Tally} */
  const { passed, failed } = needsBuild && !built ? fail : await run();
  if (name === 'build') built = failed === 0;
  sum.passed += passed;
  sum.failed += failed;
  process.stdout.write(
    `${failed === 0 ? 'ok' : 'FAILED'} in ${((Date.now() - begun) / 1000).toFixed(1)} s\n`,
  );
  if (bail && failed > 0) break;
}
rmSync(reports, { recursive: true, force: true });
process.stdout.write(`\n${sum.passed} passed, ${sum.failed} failed\n`);
process.exitCode = sum.failed === 0 ? 0 : 1;
