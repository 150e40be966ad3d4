/** A link to a minute of virtual time: how long it takes from having been read to standing there, painted. */
import type { Page } from '@playwright/test';
import { plainSetup } from '../../src/sim/index.ts';
import {
  fingerprint,
  give,
  loadShare,
  momentOf,
  openTimeline,
  playTo,
  runOf,
} from '../../src/timeline/index.ts';
import { throttle } from './crowds.ts';
import { median } from './measure.ts';
import { traced } from './tasks.ts';

const minute = 60_000;
const everyMs = 1000;

/** What stands behind the address: five servers for a minute, and a client that asks once a second. */
export async function linkToMinute(): Promise<string> {
  const timeline = openTimeline(runOf(plainSetup(5, 7)));
  for (let time = everyMs; time < minute; time += everyMs) {
    playTo(timeline, time);
    give(timeline, { type: 'request', client: 'c1', operation: { type: 'incr', key: 'n' } });
  }
  playTo(timeline, minute);
  const { encodeLink } = await loadShare();
  const print = fingerprint(timeline.world);
  const text = encodeLink({
    run: timeline.run,
    at: momentOf(timeline),
    fingerprint: print,
    look: {},
  });
  return `#r=${text}`;
}

export interface LinkCost {
  /** From the link's having been read to the end of the frame that shows it, ms. */
  readonly wall: number;
  /** What the main thread had of the processor in that time, ms. */
  readonly cpu: number;
}

// A message that is sent in a frame is heard when the frame is painted, before the page is idle.
const drawn = (page: Page, hash: string): Promise<void> =>
  page.evaluate(
    ([text, asked]) =>
      new Promise<void>((done) => {
        const isThere = (): boolean =>
          document.querySelector(`svg.stage [aria-label*="committed ${asked}"]`) !== null;
        const { port1: heard, port2: sent } = new MessageChannel();
        heard.onmessage = () => {
          performance.mark('link-drawn');
          done();
        };
        const tick = (): void => {
          if (isThere()) sent.postMessage(null);
          else requestAnimationFrame(tick);
        };
        if (location.hash !== text && !isThere()) location.hash = text;
        tick();
      }),
    [hash, minute / everyMs - 1] as const,
  );

/** Ten virtual seconds are gone through, and a command is given. */
export async function useAWhile(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'SET', exact: true }).click();
  await page.locator('body').press('g');
  await page.getByRole('spinbutton', { name: 'Seconds' }).fill('10');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

/** Of a page that stands there already (`prepared`), or of one that is opened by the link. */
export async function linkCost(page: Page, address: string, hash: string): Promise<LinkCost> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  const { tasks, last } = await traced(page, async () => {
    if (page.url() === 'about:blank') await page.goto(address + hash);
    await drawn(page, hash);
  });
  const [from, to] = [last('link-parsed'), last('link-drawn')];
  const first = tasks.findLastIndex(({ at }) => at <= from);
  const within = tasks.slice(first).filter(({ at }) => at < to);
  return { wall: to - from, cpu: within.reduce((sum, task) => sum + task.cpu, 0) };
}

/** A line of figures. */
export function linkLine(name: string, costs: readonly LinkCost[]): string {
  const of = (key: keyof LinkCost): string => {
    const all = costs.map((cost) => cost[key]);
    return `${median(all).toFixed(0)} (${all.map((ms) => ms.toFixed(0)).join(' ')})`;
  };
  return `link to 60 s, ${name}, CPU ${throttle}x slower: drawn ${of('wall')} ms after it was read, ${of('cpu')} ms of the processor`;
}
