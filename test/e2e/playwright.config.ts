/** A real browser against the built site, served as a static host would (support/fixtures.ts). */
import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../src/cli/browser.mjs';

const executablePath = findBrowser();

export default defineConfig({
  testDir: '.',
  outputDir: '../../node_modules/.cache/quorate/test-results',
  forbidOnly: true,
  // A loaded machine may starve a page of frames: once more then, and said at the end to have been unsteady.
  retries: 1,
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 1,
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        '--no-sandbox', // Chromium refuses to start as root with its sandbox on.
        '--force-color-profile=srgb',
        '--font-render-hinting=none',
        '--disable-lcd-text',
      ],
    },
  },
});
