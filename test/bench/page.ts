/**
 * The page measured in a real browser, in the same run as a bare SVG page written by hand: processor time of the main
 * thread (what it waits for while others have the processor is not counted) a second while five servers play, whether
 * the document or the heap grows over minutes, how the diagram pans and the slider is drawn through a minute, the
 * frames of a flood and a crowd, when a link to a minute is drawn, and when the page can be used, beside a bare page of
 * React.
 *
 *     npm run bench:page [-- --seconds 5 --rounds 3 --minutes 1 --diagram --scrub --frames 300 --crowds --interactive --links]
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type CDPSession, chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../src/cli/browser.mjs';
import { serve } from '../../src/cli/serve.mjs';
import {
  costLine,
  type FrameCost,
  frameCost,
  keepRun,
  loads,
  restIsHere,
  throttle,
} from './crowds.ts';
import { buildBareReact, type Interactive, interactiveAt } from './interactive.ts';
import { type LinkCost, linkCost, linkLine, linkToMinute, useAWhile } from './linked.ts';
import { median } from './measure.ts';
import { keepLongRun, keepMinute, measurePanning, measureScrubbing } from './panning.ts';

const flag = (argv: readonly string[], name: string, otherwise: number): number => {
  const place = argv.indexOf(`--${name}`);
  return place < 0 ? otherwise : Number(argv[place + 1]);
};

interface Reading {
  readonly taskMs: number;
  readonly scriptMs: number;
  readonly nodes: number;
  readonly heapBytes: number;
}

async function read(cdp: CDPSession): Promise<Reading> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return {
    taskMs: of('TaskDuration') * 1000,
    scriptMs: of('ScriptDuration') * 1000,
    nodes: of('Nodes'),
    heapBytes: of('JSHeapUsedSize'),
  };
}

// The page's own frames are the clock: nothing here sleeps.
const waitFrames = (page: Page, seconds: number): Promise<void> =>
  page.evaluate(
    (ms) =>
      new Promise<void>((done) => {
        const start = performance.now();
        const tick = (now: number): void => {
          if (now - start >= ms) done();
          else requestAnimationFrame(tick);
        };
        requestAnimationFrame(tick);
      }),
    seconds * 1000,
  );

// A browser of its own for each reading: pages that share a process would be counted together.
async function withPage<T>(
  address: string,
  measure: (page: Page) => Promise<T>,
  prepare: (page: Page) => Promise<unknown> = async () => {},
): Promise<T> {
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : null),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await prepare(page);
  await page.goto(address);
  const result = await measure(page);
  await browser.close();
  return result;
}

async function load(page: Page, seconds: number): Promise<{ task: number; script: number }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await restIsHere(page);
  await waitFrames(page, 2);
  const before = await read(cdp);
  await waitFrames(page, seconds);
  const after = await read(cdp);
  return {
    task: (after.taskMs - before.taskMs) / seconds,
    script: (after.scriptMs - before.scriptMs) / seconds,
  };
}

async function growth(page: Page, minutes: number): Promise<string> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await restIsHere(page);
  await waitFrames(page, 2);
  await cdp.send('HeapProfiler.collectGarbage');
  const before = await read(cdp);
  await waitFrames(page, 60 * minutes);
  await cdp.send('HeapProfiler.collectGarbage');
  const after = await read(cdp);
  const megabytes = ((after.heapBytes - before.heapBytes) / 1e6).toFixed(2);
  return `${minutes} min of playing: nodes ${before.nodes} -> ${after.nodes}, heap ${(before.heapBytes / 1e6).toFixed(2)} MB ${megabytes} MB more`;
}

async function panning(address: string, frames: number): Promise<string> {
  let count = 0;
  const prepare = async (page: Page): Promise<void> => {
    count = await keepLongRun(page);
  };
  return withPage(address, (page) => measurePanning(page, count, frames), prepare);
}

const scrubbing = (address: string, frames: number): Promise<string> =>
  withPage(address, (page) => measureScrubbing(page, frames), keepMinute);

async function links(address: string, rounds: number): Promise<void> {
  const hash = await linkToMinute();
  const [used, idle, opened]: [LinkCost[], LinkCost[], LinkCost[]] = [[], [], []];
  const inPage = (prepare: (page: Page) => Promise<unknown>): Promise<LinkCost> =>
    withPage(address, async (page) => {
      await restIsHere(page);
      await prepare(page);
      return linkCost(page, address, hash);
    });
  for (let round = 0; round < rounds; round += 1) {
    opened.push(await withPage('about:blank', (page) => linkCost(page, address, hash)));
    idle.push(await inPage(async () => {}));
    used.push(await inPage(useAWhile));
  }
  console.log(linkLine('the page opened by it', opened));
  console.log(linkLine('in a page where nobody has done anything', idle));
  console.log(linkLine('in a page in use', used));
}

async function crowds(
  address: string,
  bareAddress: string,
  seconds: number,
  rounds: number,
): Promise<void> {
  for (const load of loads) {
    let many = 0;
    const prepare = async (page: Page): Promise<void> => {
      many = await keepRun(page, load);
    };
    const [costs, bare]: [FrameCost[], FrameCost[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      costs.push(await withPage(address, (page) => frameCost(page, seconds), prepare));
      bare.push(await withPage(bareAddress, (page) => frameCost(page, seconds)));
    }
    console.log(costLine(load.name, many, costs, bare));
  }
}

async function interactive(address: string, folder: string, rounds: number): Promise<string> {
  const react = await serve(buildBareReact(folder), { under: '/' });
  const [ours, bare]: [Interactive[], Interactive[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await withPage('about:blank', (page) => interactiveAt(page, address)));
    bare.push(await withPage('about:blank', (page) => interactiveAt(page, react.url)));
  }
  await react.close();
  const compared = (of: keyof Interactive): string => {
    const [a, b] = [ours.map((one) => one[of]), bare.map((one) => one[of])];
    return `page ${median(a).toFixed(0)} (${shown(a)}), bare React ${median(b).toFixed(0)} (${shown(b)}), ratio ${(median(a) / median(b)).toFixed(2)}`;
  };
  return `interactive after, ms, CPU ${throttle}x slower: of the processor: ${compared('cpu')}; by the clock: ${compared('wall')}`;
}

const shown = (values: readonly number[]): string =>
  values.map((value) => value.toFixed(0)).join(' ');

/** Prints the figures; 1 where there is nothing to measure. */
export async function main(argv: readonly string[]): Promise<number> {
  const folder = process.cwd();
  if (!existsSync(join(folder, 'dist/index.html')) || !findBrowser()) {
    console.error('There is no built page or no browser: run npm run build first.');
    return 1;
  }
  const site = await serve(join(folder, 'dist'), { under: '/' });
  const bench = await serve(join(folder, 'test/bench/page'), { under: '/' });
  const seconds = flag(argv, 'seconds', 5);
  const rounds: { page: number; script: number; bare: number }[] = [];
  for (let round = 0; round < flag(argv, 'rounds', 3); round += 1) {
    const { task, script } = await withPage(site.url, (page) => load(page, seconds));
    const bare = await withPage(`${bench.url}bare.html`, (page) => load(page, seconds));
    rounds.push({ page: task, script, bare: bare.task });
  }
  const page = median(rounds.map((round) => round.page));
  const script = median(rounds.map((round) => round.script));
  const bare = median(rounds.map((round) => round.bare));
  const ratio = (page / bare).toFixed(2);
  console.log(
    `main thread, ms a second: page ${page.toFixed(0)} (script ${script.toFixed(0)}), bare SVG ${bare.toFixed(0)}, ratio ${ratio}`,
  );
  if (argv.includes('--diagram')) console.log(await panning(site.url, flag(argv, 'frames', 300)));
  if (argv.includes('--scrub')) console.log(await scrubbing(site.url, flag(argv, 'frames', 300)));
  if (argv.includes('--links')) await links(site.url, flag(argv, 'rounds', 3));
  if (argv.includes('--crowds'))
    await crowds(site.url, `${bench.url}bare.html`, seconds, flag(argv, 'rounds', 3));
  if (argv.includes('--interactive'))
    console.log(await interactive(site.url, folder, flag(argv, 'rounds', 3)));
  const minutes = flag(argv, 'minutes', 0);
  if (minutes > 0) console.log(await withPage(site.url, (page) => growth(page, minutes)));
  await site.close();
  await bench.close();
  return 0;
}
