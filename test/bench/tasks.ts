/**
 * What the main thread of a page does, task by task, in processor time: what it waits for while others have the
 * processor is not counted. On a busy machine nothing else can be compared.
 */
import type { Page } from '@playwright/test';

export interface Task {
  /** Since the tracing clock began, ms. */
  readonly at: number;
  /** Of the processor, ms. */
  readonly cpu: number;
}

export interface Trace {
  readonly tasks: readonly Task[];
  /** When something of that name last happened on the main thread; -Infinity: never. */
  readonly last: (name: string) => number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const categories = ['toplevel', 'blink.user_timing', '__metadata'];

/** The tasks while `work` goes on. */
export async function traced(page: Page, work: () => Promise<unknown>): Promise<Trace> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('a page without a browser');
  const cdp = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories },
  });
  await work();
  const complete = new Promise((done) => cdp.once('Tracing.tracingComplete', done));
  await cdp.send('Tracing.end');
  await complete;
  return traceOf(events);
}

const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}/${tid}`;

function traceOf(events: readonly TraceEvent[]): Trace {
  const mains = events.filter(
    ({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain',
  );
  // The browser keeps a spare process for the next page.
  const own = mains
    .map((main) => events.filter((event) => threadOf(event) === threadOf(main)))
    .reduce((most, one) => (one.length > most.length ? one : most), []);
  const last = (name: string): number =>
    Math.max(...own.filter((event) => event.name === name).map(({ ts }) => ts / 1000));
  return { tasks: tasksIn(own), last };
}

/** What promises wait for is done when a task has ended, and before anybody else gets the thread: it is the task's. */
const afterTask = 'BlinkScheduler_PerformMicrotaskCheckpoint';
/** Longer between the two, µs: what was waited for came from elsewhere. */
const breath = 500;

/** The outermost alone: a task may run others within. */
function tasksIn(events: readonly TraceEvent[]): readonly Task[] {
  const tasks: Task[] = [];
  let end = -Infinity;
  const inOrder = events.filter(
    ({ name, ph }) => ph === 'X' && (name.endsWith('RunTask') || name === afterTask),
  );
  inOrder.sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  for (const { name, ts, dur = 0, tdur = 0 } of inOrder) {
    if (ts < end) continue;
    const before = name === afterTask && ts - end < breath ? tasks.pop() : undefined;
    end = ts + dur;
    const cpu = tdur / 1000 + (before?.cpu ?? 0);
    tasks.push({ at: before?.at ?? ts / 1000, cpu });
  }
  return tasks;
}
