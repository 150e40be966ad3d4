/** Finds a Chromium for the browser tests, and as a last resort installs one. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const root = fileURLToPath(new URL('../..', import.meta.url));

// The headless shell first: it opens a page in a fraction of the time.
const names = [
  'chromium-headless-shell',
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
];

/** Where browsers stand that are on no PATH. */
function fixedPlaces() {
  const { env } = process;
  const windows = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]);
  const mac = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  );
  return [...mac, ...windows];
}

/** @returns {string | undefined} the executable of a browser that is here */
export function findBrowser() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const places = [
    process.env.CHROME_PATH ?? '',
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...fixedPlaces(),
    chromium.executablePath(),
  ];
  return places.find((place) => place !== '' && existsSync(place));
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function tries(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: 'ignore', env }).status === 0;
}

/** @returns {string | undefined} the executable of a browser that is here now */
export function findOrInstallBrowser() {
  const here = findBrowser();
  if (here !== undefined) return here;
  process.stdout.write('No browser found; installing one …\n');
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    tries('apt-get', ['update']);
    tries('apt-get', ['install', '-y', 'chromium-headless-shell']);
  }
  if (findBrowser() === undefined) {
    tries(process.execPath, [`${root}node_modules/@playwright/test/cli.js`, 'install', 'chromium']);
  }
  return findBrowser();
}
