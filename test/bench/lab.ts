/** How fast the lab searches: delivered messages, every property looked at after every event, and what a second worker adds. */
import { loadavg } from 'node:os';
import { tryAll } from '../../src/cli/explorePool.ts';
import { plainQuestion, type Question, type Storm, weather } from '../../src/explore/index.ts';
import { yardstick } from './loads.ts';
import { costOf, inTurns, median, processorSeconds } from './measure.ts';

export type Way = 'weather' | 'hand';

/** What a worker does in so many processor seconds. */
export interface Pace {
  readonly messages: number;
  readonly events: number;
}

// Asking for the time takes as long as a third of a schedule by hand.
const seedsAtATime = 64;

/** Storms of three to five servers, seed after seed. */
export function search(way: Way, seconds: number): Pace {
  let messages = 0;
  let events = 0;
  let seed = 0;
  let took = 0;
  while (took < seconds)
    took += costOf(() => {
      for (let left = seedsAtATime; left > 0; left -= 1) {
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
const warmSeconds = 3;
/** How much faster two workers are than one. */
const pairTarget = 1.8;
/** So many are counted for a second of the other rows: some twenty seconds' worth. */
const seedsASecond = 10_000;
const inWeather: Question = { ...plainQuestion, way: 'weather' };

export async function sayLab(
  say: (line: string) => void,
  rounds: number,
  seconds: number,
): Promise<void> {
  // A worker searches for minutes; in its first seconds half of the time goes into compiling.
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
  const { wall, processors } = await pair(rounds >> 2, seconds * seedsASecond);
  say(
    `  two workers beside one, once warm: ${wall.toFixed(2)} by the clock, load ${(loadavg()[0] ?? 0).toFixed(1)};`,
  );
  say(
    `  by processor time, as on two that are free: ${(2 * processors).toFixed(2)} (target of both >=${pairTarget.toFixed(2)})`,
  );
}

const count = (value: number): string => Math.round(value).toLocaleString('en');

/** What trying seeds takes, by the clock and of all processors. */
interface Took {
  readonly wall: number;
  readonly processors: number;
}

/** In its first seconds a worker is compiled by threads of its own, which keep the other processor busy. */
const warmSeeds = 2000;

/** A seed on so many workers that are warm: what the command line does, without its file. */
async function seedOn(workers: number, counted: number): Promise<Took> {
  const warm = workers * warmSeeds;
  const all = warm + workers * counted;
  let given = 0;
  let told = 0;
  let begun: Took = { wall: 0, processors: 0 };
  let ended = begun;
  const next = (): number | null => {
    if (told >= all) return null;
    given += 1;
    return 1 + (given % counted);
  };
  await tryAll({ question: inWeather, isShrunk: false }, workers, next, () => {
    told += 1;
    if (told === warm) begun = now();
    if (told === all) ended = now();
  });
  const seeds = all - warm;
  return {
    wall: (ended.wall - begun.wall) / seeds,
    processors: (ended.processors - begun.processors) / seeds,
  };
}

const now = (): Took => ({
  wall: Number(process.hrtime.bigint()) / 1e9,
  processors: processorSeconds(),
});

/** A seed on one worker over a seed on two, the same seeds in turn: by the clock, and what of all processors it takes. */
async function pair(rounds: number, counted: number): Promise<Took> {
  const ratios: Took[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const one = await seedOn(1, counted);
    const two = await seedOn(2, counted);
    ratios.push({ wall: one.wall / two.wall, processors: one.processors / two.processors });
  }
  const of = (what: keyof Took): number => median(ratios.map((ratio) => ratio[what]));
  return { wall: of('wall'), processors: of('processors') };
}
