/** How long frames take where much is to be drawn: a flood of messages among five servers, and a crowd of servers. */
import type { Page } from '@playwright/test';
import { type Options, paperOptions, plainSetup } from '../../src/sim/index.ts';
import { encodeRun, openTimeline, playTo, runOf } from '../../src/timeline/index.ts';
import { median } from './measure.ts';
import { traced } from './tasks.ts';

/** As slow as a cheap phone. */
export const throttle = 4;

export interface Load {
  readonly name: string;
  readonly servers: number;
  readonly options: Partial<Options>;
  /** Where the run stands when it is opened, virtual ms, and how fast it plays. */
  readonly from: number;
  readonly speed: number;
}

export const loads: readonly Load[] = [
  {
    name: '5 servers, 500 messages in flight',
    servers: 5,
    options: { latencyMs: [630, 630], heartbeatIntervalMs: 10, electionTimeoutMs: [3000, 9000] },
    from: 9000,
    speed: 0.02,
  },
  {
    name: '101 servers',
    servers: 101,
    options: { electionTimeoutMs: [150, 1500] },
    from: 800,
    speed: 0.02,
  },
];

/** Leaves a run under `load` where the page looks for it; gives the messages in flight where it stands. */
export async function keepRun(page: Page, load: Load): Promise<number> {
  const run = runOf(plainSetup(load.servers, 7, { ...paperOptions, ...load.options }));
  const timeline = openTimeline(run);
  playTo(timeline, load.from);
  const { seq, time, queue } = timeline.world;
  const kept = {
    run: encodeRun(run),
    origin: encodeRun(run),
    seq,
    time,
    endTime: time,
    speed: load.speed,
    isPlaying: true,
    source: { kind: 'sandbox', name: 'sandbox' },
  };
  const text = JSON.stringify(kept);
  await page.addInitScript((value) => localStorage.setItem('quorate.run', value), text);
  return queue.length;
}

const framesOf = (page: Page, seconds: number): Promise<readonly number[]> =>
  page.evaluate(
    (ms) =>
      new Promise<number[]>((done) => {
        const frames: number[] = [];
        let before = performance.now();
        const start = before;
        const tick = (now: number): void => {
          frames.push(now - before);
          before = now;
          if (now - start < ms) requestAnimationFrame(tick);
          else done(frames.slice(1));
        };
        requestAnimationFrame(tick);
      }),
    seconds * 1000,
  );

export interface FrameCost {
  readonly taskMs: number;
  /** Frames that came later than a thirtieth of a second, whoever had the processor. */
  readonly late: number;
  /** Tasks of the main thread that had more of the processor than that. */
  readonly long: number;
  readonly longestMs: number;
  readonly frames: number;
}

const lateMs = 33.4;

/** Our page marks when it has fetched all it will ever need; others have nothing to wait for. */
export const restIsHere = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () =>
      document.querySelector('[data-offer]') === null ||
      performance.getEntriesByName('everything-here').length > 0,
  );

/** The frames of `seconds` under the throttle, once the page has come to rest. */
export async function frameCost(page: Page, seconds: number): Promise<FrameCost> {
  const cdp = await page.context().newCDPSession(page);
  await restIsHere(page);
  await framesOf(page, 2);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  await framesOf(page, 1);
  let frames: readonly number[] = [];
  const { tasks } = await traced(page, async () => {
    frames = await framesOf(page, seconds);
  });
  const cpu = tasks.map((task) => task.cpu);
  return {
    taskMs: cpu.reduce((sum, ms) => sum + ms, 0) / frames.length,
    late: frames.filter((ms) => ms > lateMs).length,
    long: cpu.filter((ms) => ms > lateMs).length,
    longestMs: Math.max(...cpu),
    frames: frames.length,
  };
}

const sum = (costs: readonly FrameCost[], of: 'late' | 'long' | 'frames'): number =>
  costs.reduce((all, cost) => all + cost[of], 0);

const told = (costs: readonly FrameCost[]): string =>
  [
    `${median(costs.map(({ taskMs }) => taskMs)).toFixed(1)} ms a frame,`,
    `longest task ${median(costs.map(({ longestMs }) => longestMs)).toFixed(1)} ms,`,
    `${sum(costs, 'long')} tasks over 33 ms of the processor,`,
    `${sum(costs, 'late')} of ${sum(costs, 'frames')} frames over 33 ms`,
  ].join(' ');

/** A line of figures, `bare` being the page by hand in the same run. */
export function costLine(
  name: string,
  many: number,
  costs: readonly FrameCost[],
  bare: readonly FrameCost[],
): string {
  const of = (all: readonly FrameCost[]): number => median(all.map(({ taskMs }) => taskMs));
  const busy =
    sum(bare, 'late') > 0 ? '; the machine was busy: the bare page was late as well' : '';
  return [
    `${name} (${many} in flight), CPU ${throttle}x slower:`,
    `page ${told(costs)};`,
    `bare SVG ${told(bare)};`,
    `ratio ${(of(costs) / of(bare)).toFixed(2)}${busy}`,
  ].join(' ');
}
