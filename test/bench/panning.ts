/** Panning over the space-time diagram with ten thousand events in view: the frames of a real browser. */
import type { CDPSession, Page } from '@playwright/test';
import { plainSetup } from '../../src/sim/index.ts';
import {
  annalsOf,
  encodeRun,
  give,
  openTimeline,
  playTo,
  runOf,
} from '../../src/timeline/index.ts';

const events = 10_000;
const everyMs = 15;

/** What the page keeps of a run of five servers with a client that never rests: so many events, hardly one quiet. */
function keptRun(): { readonly text: string; readonly count: number } {
  const run = runOf(plainSetup(5, 3));
  const timeline = openTimeline(run);
  playTo(timeline, 400);
  while (annalsOf(timeline).last < events) {
    give(timeline, { type: 'request', client: 'c1', operation: { type: 'incr', key: 'n' } });
    playTo(timeline, timeline.world.time + everyMs);
  }
  const { seq, time } = timeline.world;
  const kept = {
    run: encodeRun(timeline.run),
    origin: encodeRun(run),
    seq,
    time,
    endTime: time,
    speed: 1,
    isPlaying: false,
    source: { kind: 'sandbox', name: 'sandbox' },
  };
  return { text: JSON.stringify(kept), count: annalsOf(timeline).last };
}

interface Frames {
  readonly framesMs: readonly number[];
  readonly workMs: readonly number[];
}

// One step of a wheel a frame, as a hand on a pad makes them; the frames themselves are the clock.
const panned = (page: Page, frames: number): Promise<Frames> =>
  page.evaluate(
    (count) =>
      new Promise<Frames>((done) => {
        const picture = document.querySelector('.spacetime-picture') as HTMLElement;
        const { left, top } = picture.getBoundingClientRect();
        const [framesMs, workMs]: [number[], number[]] = [[], []];
        let before = Number.NaN;
        const tick = (now: number): void => {
          if (!Number.isNaN(before)) framesMs.push(now - before);
          before = now;
          const started = performance.now();
          picture.dispatchEvent(
            new WheelEvent('wheel', {
              deltaX: framesMs.length % 100 < 50 ? 2 : -2,
              clientX: left + 200,
              clientY: top + 100,
              cancelable: true,
              bubbles: true,
            }),
          );
          workMs.push(performance.now() - started);
          if (framesMs.length < count) requestAnimationFrame(tick);
          else done({ framesMs, workMs });
        };
        requestAnimationFrame(tick);
      }),
    frames,
  );

const at = (values: readonly number[], share: number): string =>
  ([...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0).toFixed(1);

async function taskMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

/** Leaves the run where the page looks for it; before the page is opened. */
export async function keepLongRun(page: Page): Promise<number> {
  const { text, count } = keptRun();
  await page.addInitScript((kept) => localStorage.setItem('quorate.run', kept), text);
  return count;
}

/** Opens the diagram, shows the whole run, zooms in a little and pans; gives a line of figures. */
export async function measurePanning(page: Page, count: number, frames: number): Promise<string> {
  await page.getByRole('button', { name: 'Space-time', exact: true }).click();
  await page.getByRole('button', { name: 'Show the whole run' }).click();
  await page.getByText(/^Events in view · \d{4,}$/).waitFor();
  await panned(page, 30);
  const cdp = await page.context().newCDPSession(page);
  // Processor time of the main thread: on a busy machine frames come late for reasons that are not the page's.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await taskMs(cdp);
  const { framesMs, workMs } = await panned(page, frames);
  const task = ((await taskMs(cdp)) - before) / framesMs.length;
  const span = framesMs.reduce((sum, ms) => sum + ms, 0);
  const fps = ((framesMs.length * 1000) / span).toFixed(1);
  return [
    `diagram, ${count} events in view, panning: ${fps} frames a second,`,
    `frame ${at(framesMs, 0.5)} ms (95 %: ${at(framesMs, 0.95)}),`,
    `script ${at(workMs, 0.5)} ms a frame (95 %: ${at(workMs, 0.95)}),`,
    `main thread ${task.toFixed(1)} ms of processor time a frame`,
  ].join(' ');
}
