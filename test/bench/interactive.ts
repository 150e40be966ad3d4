/** When a page can be used: both pages are loaded anew, in turns, as slowly as a cheap phone would. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { throttle } from './crowds.ts';
import { type Trace, traced } from './tasks.ts';

/** A bare page of React, built as ours is; gives the folder. */
export function buildBareReact(root: string): string {
  const out = join(root, 'node_modules/.cache/quorate/bare-react');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const from = join(root, 'test/bench/bareReact');
  execFileSync(
    process.execPath,
    [vite, 'build', from, '--outDir', out, '--emptyOutDir', '--logLevel', 'error'],
    { stdio: 'inherit' },
  );
  return out;
}

/** From the start of loading to the end of DOMContentLoaded, or of the last long task begun within a second of load. */
export interface Interactive {
  /** By the clock, ms. */
  readonly wall: number;
  /** What the main thread had of the processor until then, ms. */
  readonly cpu: number;
}

/** A task in which a press would wait too long, ms. */
const long = 50;
const afterLoad = 1000;

/** Opens the page at `address`. */
export async function interactiveAt(page: Page, address: string): Promise<Interactive> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  return interactiveOf(
    await traced(page, async () => {
      await page.goto(address);
      // The frames of the page are the clock: nothing here sleeps.
      await page.evaluate(
        () =>
          new Promise<void>((done) => {
            const start = performance.now();
            const tick = (now: number): void => {
              if (now - start > 2500) done();
              else requestAnimationFrame(tick);
            };
            requestAnimationFrame(tick);
          }),
      );
    }),
  );
}

function interactiveOf({ tasks, last }: Trace): Interactive {
  const begun = last('navigationStart');
  const parsed = last('domContentLoadedEventEnd');
  const loaded = last('loadEventEnd');
  let cpu = 0;
  let reached = { wall: parsed - begun, cpu: 0 };
  for (const task of tasks) {
    if (task.at < begun) continue;
    cpu += task.cpu;
    if (task.at <= parsed) reached = { ...reached, cpu };
    else if (task.cpu > long && task.at <= loaded + afterLoad)
      reached = { wall: task.at + task.cpu - begun, cpu };
  }
  return reached;
}
