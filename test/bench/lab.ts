/** How fast the lab searches: delivered messages, every property looked at after every event, and what a second worker adds. */
import { spawnSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { type Storm, weather } from '../../src/explore/index.ts';
import { yardstick } from './loads.ts';
import { costOf, inTurns, timeOf } from './measure.ts';

export type Way = 'weather' | 'hand';

/** What a worker does in so many processor seconds. */
export interface Pace {
  readonly messages: number;
  readonly events: number;
}

/** Storms of three to five servers, seed after seed. */
export function search(way: Way, seconds: number): Pace {
  let messages = 0;
  let events = 0;
  let seed = 0;
  let took = 0;
  while (took < seconds)
    took += costOf(() => {
      for (let left = 16; left > 0; left -= 1) {
        seed += 1;
        const storm: Storm = {
          seed,
          servers: 3 + (seed % 3),
          rulesOff: [],
          acts: 100,
          byHand: way === 'hand',
        };
        const count = ({ kind }: { kind: string }): void => {
          events += 1;
          if (kind === 'receive') messages += 1;
        };
        weather(storm, count, null, false);
      }
    });
  return { messages: messages / took, events: events / took };
}

/** Of the yardstick's delivered messages a second, one command at a time among five, this share. */
const target = 0.05;
const warmSeconds = 1.5;
/** How much faster two workers are than one. */
const pairTarget = 1.8;

export function sayLab(say: (line: string) => void, rounds: number, seconds: number): void {
  // A worker searches for minutes; in its first second half of the time goes into compiling.
  search('weather', warmSeconds);
  search('hand', warmSeconds);
  const paces = inTurns(
    {
      yardstick: () => yardstick(5, 'commit', seconds).messages,
      weather: () => search('weather', seconds).messages,
      weatherEvents: () => search('weather', seconds).events,
      hand: () => search('hand', seconds).messages,
      handEvents: () => search('hand', seconds).events,
    },
    rounds,
  );
  const told = (name: string, messages: number, events: number): string =>
    `  ${name}: ${count(messages)} messages/s of ${count(events)} events/s, ${(messages / paces.yardstick).toFixed(3)} of the yardstick (target >=${target.toFixed(2)})`;
  say('');
  say(`Searching with every property on; the yardstick: ${count(paces.yardstick)} messages/s.`);
  say(told('in the weather', paces.weather, paces.weatherEvents));
  say(told('by hand', paces.hand, paces.handEvents));
  say(
    `  two workers beside one: ${pair().toFixed(2)} (target >=${pairTarget.toFixed(2)}), load ${(loadavg()[0] ?? 0).toFixed(1)}`,
  );
}

const count = (value: number): string => Math.round(value).toLocaleString('en');

/** Wall time of one worker over that of two, on the same seeds. */
function pair(): number {
  const run = (workers: number): number =>
    timeOf(() => {
      const seeds = ['--seeds', '1..2000', '--way', 'weather', '--workers', String(workers)];
      spawnSync(process.execPath, ['src/cli/run.mjs', 'src/cli/explore.ts', ...seeds]);
    });
  run(1);
  const took = inTurns({ one: () => run(1), two: () => run(2) }, 1);
  return took.one / took.two;
}
