/**
 * `npm run bench`: how fast the core is, beside a bare one in the same run (`yardstick.mjs`). Absolute figures say
 * more about the machine than about the code; the ratios are what to compare.
 */
import { bytesPerEvent, costs, type Doing, everyMs, seeks } from './history.ts';
import { sayLab } from './lab.ts';
import { house, type Load, type Pace, yardstick } from './loads.ts';
import { median } from './measure.ts';

const usage = `npm run bench -- [--quick]
  --quick   fewer and shorter rounds
`;

interface Effort {
  readonly rounds: number;
  readonly seconds: number;
  readonly events: number;
  readonly rows: readonly Row[];
}

/** A load, on so many servers, and the least ratio to the yardstick, where there is one. */
type Row = readonly [load: Load, servers: number, target?: number];

const quickRows: readonly Row[] = [
  ['idle', 5, 0.3],
  ['idle', 101, 0.15],
  ['commit', 5, 0.3],
  ['burst', 5],
  ['snapshot', 5],
  ['joint', 5],
  ['client', 5],
];
const fullRows: readonly Row[] = [...quickRows, ['idle', 9], ['commit', 9], ['commit', 101]];

const full: Effort = { rounds: 9, seconds: 0.2, events: 200_000, rows: fullRows };
const quick: Effort = { rounds: 5, seconds: 0.1, events: 40_000, rows: quickRows };

/** @returns 0, or 2 for a usage that cannot be. */
export async function main(argv: readonly string[]): Promise<number> {
  if (argv.some((one) => one !== '--quick')) {
    process.stderr.write(usage);
    return 2;
  }
  const effort = argv.includes('--quick') ? quick : full;
  say('Heartbeat 75 ms, election 150 to 300 ms, latency 10 ms, no loss; checks and history off.');
  say(
    `A second is one of processor time; medians of ${effort.rounds} rounds in turn with the yardstick.`,
  );
  say('commit: one command at a time, put to the leader; burst: 64 out, one to a message.');
  say('snapshot: commit, a snapshot every 100 entries; joint: commit, the crew always changing.');
  say('client: one command at a time, asked by a client with a session.');
  say('');
  say(row('load', 'servers', 'messages/s', 'commits/s', 'sim s/s', 'ratio', 'target'));
  for (const one of effort.rows) say(measured(one, effort));
  sayHistory(effort);
  await sayLab(say, effort.rounds, effort.seconds);
  return 0;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const widths = [8, 8, 12, 11, 9, 7, 7];
const row = (...cells: string[]): string =>
  cells.map((cell, place) => cell.padStart(widths[place] ?? 0)).join('');

function measured([load, servers, target]: Row, { rounds, seconds }: Effort): string {
  const ours: Pace[] = [];
  const theirs: Pace[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    theirs.push(yardstick(servers, load, seconds));
    ours.push(house(servers, load, seconds));
  }
  // The first round of each warms up.
  const of = (paces: readonly Pace[], what: keyof Pace): number =>
    median(paces.slice(1).map((pace) => pace[what]));
  const unit = load === 'idle' ? 'messages' : 'commits';
  const ratio = of(ours, unit) / of(theirs, unit);
  return row(
    load,
    String(servers),
    count(of(ours, 'messages')),
    load === 'idle' ? '' : count(of(ours, 'commits')),
    count(of(ours, 'simulated')),
    ratio.toFixed(2),
    target === undefined ? '' : `>=${target.toFixed(2)}`,
  );
}

const count = (value: number): string => Math.round(value).toLocaleString('en');

/** The properties may cost as much as the run itself, and keeping it a fifth of the run they look at. */
const most = { checks: 2, history: 1.2 };
const mostBytes = { states: 64, annals: 32 };

function sayHistory({ events, rounds }: Effort): void {
  say('');
  say(
    `5 servers, ${count(events)} events; idle, or with a command every ${everyMs.committing} ms.`,
  );
  for (const doing of Object.keys(everyMs) as Doing[]) {
    const { bare: _, asked, ...took } = costs(events, rounds, doing);
    for (const [name, ratio] of Object.entries(took))
      say(
        `  time an event takes, ${doing}, ${name}: ${timesBare(name, ratio)}${name === 'checks' ? '' : `; ${timesChecked(name, ratio / took.checks)}`}`,
      );
    say(`  annals asked for at the end, ${doing}: ${(asked / took.checks).toFixed(2)} of checked`);
  }
  const { medianMs, p99Ms } = seeks(events, 300);
  say(
    `  a seek to anywhere: median ${medianMs.toFixed(2)} ms, 99 of 100 within ${p99Ms.toFixed(2)} ms (target <=4)`,
  );
  const { world, states, annals } = bytesPerEvent(events);
  say(
    `  bytes an event: ${states.toFixed(0)} of states and checks (target <=${mostBytes.states}), ${annals.toFixed(0)} of annals (target <=${mostBytes.annals}), besides ${world.toFixed(0)} of the world itself`,
  );
}

function timesBare(name: string, ratio: number): string {
  const target = name === 'checks' ? ` (target <=${most.checks.toFixed(2)})` : '';
  return `${ratio.toFixed(2)} of bare${target}`;
}

function timesChecked(name: string, ratio: number): string {
  const target = name === 'history' ? ` (target <=${most.history.toFixed(2)})` : '';
  return `${ratio.toFixed(2)} of checked${target}`;
}
