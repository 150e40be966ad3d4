/**
 * Panning over the space-time diagram with ten thousand events in view, and drawing the slider through a minute: the
 * frames of a real browser.
 */
import type { CDPSession, Page } from '@playwright/test';
import { plainSetup } from '../../src/sim/index.ts';
import {
  annalsOf,
  encodeRun,
  give,
  openTimeline,
  playTo,
  runOf,
  type Timeline,
} from '../../src/timeline/index.ts';
import { restIsHere } from './crowds.ts';

const events = 10_000;
const everyMs = 15;

/** A run of five servers with a client that never rests: so many events, hardly one quiet. */
function longRun(): Timeline {
  const timeline = openTimeline(runOf(plainSetup(5, 3)));
  playTo(timeline, 400);
  while (annalsOf(timeline).last < events) {
    give(timeline, { type: 'request', client: 'c1', operation: { type: 'incr', key: 'n' } });
    playTo(timeline, timeline.world.time + everyMs);
  }
  return timeline;
}

/** Leaves a run at its end where the page looks for it; before the page is opened. */
async function keepAtEnd(page: Page, timeline: Timeline): Promise<void> {
  const { seq, time } = timeline.world;
  const run = encodeRun(timeline.run);
  const source = { kind: 'sandbox', name: 'sandbox' };
  const kept = { run, origin: run, seq, time, endTime: time, speed: 1, isPlaying: false, source };
  const text = JSON.stringify(kept);
  await page.addInitScript((value) => localStorage.setItem('quorate.run', value), text);
}

/** Gives how many events it has. */
export async function keepLongRun(page: Page): Promise<number> {
  const timeline = longRun();
  await keepAtEnd(page, timeline);
  return annalsOf(timeline).last;
}

export async function keepMinute(page: Page): Promise<void> {
  const timeline = openTimeline(runOf(plainSetup(5, 7)));
  playTo(timeline, 60_000);
  await keepAtEnd(page, timeline);
}

interface Frames {
  readonly framesMs: readonly number[];
  readonly workMs: readonly number[];
}

// One step of a wheel, or of a hand on the slider, a frame; the frames themselves are the clock.
const moved = (page: Page, what: 'wheel' | 'slide', frames: number): Promise<Frames> =>
  page.evaluate(
    ([what, count]) =>
      new Promise<Frames>((done) => {
        const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
        const step = {
          wheel: (frame: number) => {
            const picture = document.querySelector('.spacetime-picture') as HTMLElement;
            const { left, top } = picture.getBoundingClientRect();
            const deltaX = frame % 100 < 50 ? 2 : -2;
            const place = { clientX: left + 200, clientY: top + 100 };
            const init = { deltaX, ...place, cancelable: true, bubbles: true };
            picture.dispatchEvent(new WheelEvent('wheel', init));
          },
          slide: (frame: number) => {
            const slider = document.querySelector('.score-slider') as HTMLInputElement;
            const share = (Math.sin(frame / 25) + 1) / 2;
            setValue?.call(slider, String(Math.round(share * Number(slider.max))));
            slider.dispatchEvent(new Event('input', { bubbles: true }));
          },
        }[what];
        const [framesMs, workMs]: [number[], number[]] = [[], []];
        let before = Number.NaN;
        const tick = (now: number): void => {
          if (!Number.isNaN(before)) framesMs.push(now - before);
          before = now;
          const started = performance.now();
          step(framesMs.length);
          workMs.push(performance.now() - started);
          if (framesMs.length < count) requestAnimationFrame(tick);
          else done({ framesMs, workMs });
        };
        requestAnimationFrame(tick);
      }),
    [what, frames] as const,
  );

const at = (values: readonly number[], share: number): string =>
  ([...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0).toFixed(1);

async function taskMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

/** Opens the diagram, shows the whole run, zooms in a little and pans; gives a line of figures. */
export async function measurePanning(page: Page, count: number, frames: number): Promise<string> {
  await page.getByRole('button', { name: 'Space-time', exact: true }).click();
  await page.getByRole('button', { name: 'Show the whole run' }).click();
  await page.getByText(/^Events in view · \d{4,}$/).waitFor();
  return `diagram, ${count} events in view, panning: ${await gliding(page, 'wheel', frames)}`;
}

/** Draws the slider to and fro through the whole run, the way there at each frame; gives a line of figures. */
export async function measureScrubbing(page: Page, frames: number): Promise<string> {
  await restIsHere(page);
  return `five servers, 60 s of virtual time, scrubbing: ${await gliding(page, 'slide', frames)}`;
}

async function gliding(page: Page, what: 'wheel' | 'slide', frames: number): Promise<string> {
  await moved(page, what, 30);
  const cdp = await page.context().newCDPSession(page);
  // Processor time of the main thread: on a busy machine frames come late for reasons that are not the page's.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await taskMs(cdp);
  const { framesMs, workMs } = await moved(page, what, frames);
  const task = ((await taskMs(cdp)) - before) / framesMs.length;
  const span = framesMs.reduce((sum, ms) => sum + ms, 0);
  const fps = ((framesMs.length * 1000) / span).toFixed(1);
  return [
    `${fps} frames a second,`,
    `frame ${at(framesMs, 0.5)} ms (95 %: ${at(framesMs, 0.95)}),`,
    `script ${at(workMs, 0.5)} ms a frame (95 %: ${at(workMs, 0.95)}),`,
    `main thread ${task.toFixed(1)} ms of processor time a frame`,
  ].join(' ');
}
