/** When a page can be used: both pages are loaded anew, in turns, as slowly as a cheap phone would. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { throttle } from './crowds.ts';

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

/** Before the page is opened: slows it, and has it note its long tasks. */
export async function watchTasks(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  await page.addInitScript(() => {
    const noted: { start: number; end: number }[] = [];
    Object.assign(globalThis, { noted });
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        noted.push({ start: startTime, end: startTime + duration });
    }).observe({ type: 'longtask', buffered: true });
  });
}

/** From the start of loading, ms: the end of DOMContentLoaded, or of the last long task begun within a second of load. */
export const interactiveMs = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        const [navigation] = performance.getEntriesByType(
          'navigation',
        ) as PerformanceNavigationTiming[];
        const { domContentLoadedEventEnd: parsed = 0, loadEventEnd: loaded = 0 } = navigation ?? {};
        const { noted } = globalThis as unknown as { noted: { start: number; end: number }[] };
        const tick = (now: number): void => {
          if (now < loaded + 2500) return void requestAnimationFrame(tick);
          const ends = noted.filter(({ start }) => start <= loaded + 1000).map(({ end }) => end);
          done(Math.max(parsed, ...ends));
        };
        requestAnimationFrame(tick);
      }),
  );
