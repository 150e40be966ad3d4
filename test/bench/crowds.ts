/** How long frames take where much is to be drawn: a flood of messages among five servers, and a crowd of servers. */
import type { CDPSession, Page } from '@playwright/test';
import { type Options, paperOptions, plainSetup } from '../../src/sim/index.ts';
import { encodeRun, openTimeline, playTo, runOf } from '../../src/timeline/index.ts';

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

const at = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? Number.NaN;

async function taskMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

export interface FrameCost {
  readonly taskMs: number;
  readonly medianMs: number;
  readonly longestMs: number;
  readonly late: number;
  readonly frames: number;
}

/** The frames of `seconds` under the throttle, once the page has come to rest. */
export async function frameCost(page: Page, seconds: number): Promise<FrameCost> {
  const cdp = await page.context().newCDPSession(page);
  await framesOf(page, 3);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await framesOf(page, 1);
  const before = await taskMs(cdp);
  const frames = await framesOf(page, seconds);
  const task = (await taskMs(cdp)) - before;
  return {
    taskMs: task / frames.length,
    medianMs: at(frames, 0.5),
    longestMs: Math.max(...frames),
    late: frames.filter((ms) => ms > 33.4).length,
    frames: frames.length,
  };
}

/** A line of figures, `bare` being the page by hand in the same run. */
export const costLine = (name: string, many: number, cost: FrameCost, bare: FrameCost): string =>
  [
    `${name} (${many} in flight), CPU 4x slower: main thread ${cost.taskMs.toFixed(1)} ms a frame,`,
    `bare SVG ${bare.taskMs.toFixed(1)}, ratio ${(cost.taskMs / bare.taskMs).toFixed(1)};`,
    `frame ${cost.medianMs.toFixed(1)} ms, longest ${cost.longestMs.toFixed(1)},`,
    `${cost.late} of ${cost.frames} over 33 ms (bare ${bare.late} of ${bare.frames})`,
  ].join(' ');
