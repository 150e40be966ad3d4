/**
 * Runs that people keep must stay what they were: stored runs give the fingerprints stored with them, or the engine
 * has another version. After raising it: `STORE_RUNS=1 npx vitest run test/timeline/engine`, then `npm run fix`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { draw } from '../../src/base/index.ts';
import { stormOptions } from '../../src/explore/storm/conditions.ts';
import { nextAct } from '../../src/explore/storm/weather.ts';
import { plainSetup, profiles, type Setup } from '../../src/sim/index.ts';
import {
  engineVersion,
  fingerprint,
  give,
  nextEvent,
  openTimeline,
  type Run,
  runOf,
  seekSeq,
} from '../../src/timeline/index.ts';

interface Stored {
  readonly title: string;
  readonly run: Run;
  /** By number of the event. */
  readonly fingerprints: Readonly<Record<string, string>>;
}

const stormy = (servers: number, seed: number): Setup => plainSetup(servers, seed, stormOptions);

/** How each run is made when it is stored, and how many things befall it. */
const makings: Record<string, { title: string; setup: Setup; acts: number }> = {
  quiet: { title: 'Three servers left to themselves', setup: plainSetup(3, 1), acts: 0 },
  seed: {
    title: 'The small slow cluster of the article, with clients and faults',
    setup: plainSetup(3, 2, profiles.seed),
    acts: 25,
  },
  storm: { title: 'Five servers in a storm', setup: stormy(5, 3), acts: 60 },
  large: { title: 'Nine servers in a storm', setup: stormy(9, 4), acts: 40 },
  lawless: {
    title: 'Five servers without the rules that make leaders unique',
    setup: { ...stormy(5, 5), rulesOff: ['vote.onePerTerm', 'reply.sameTerm', 'term.adoptHigher'] },
    acts: 40,
  },
};

const fileOf = (name: string): string =>
  fileURLToPath(new URL(`runs/${name}.json`, import.meta.url));
const read = (name: string): Stored | null =>
  existsSync(fileOf(name)) ? JSON.parse(readFileSync(fileOf(name), 'utf8')) : null;

function make({ title, setup, acts }: (typeof makings)[string]): Stored {
  const timeline = openTimeline(runOf(setup));
  let count = 0;
  const chance = (): number => {
    count += 1;
    return draw(setup.seed, 0x7000_0002, count);
  };
  const goOn = (events: number): void => {
    for (let left = events; left > 0; left -= 1) nextEvent(timeline);
  };
  for (let act = 0; act < acts; act += 1) {
    const command = nextAct(timeline.world, chance);
    if (command !== null) give(timeline, command);
    goOn(Math.floor(chance() * 25));
  }
  goOn(300);
  const last = timeline.world.seq;
  const seqs = Array.from({ length: 10 }, (_, place) => Math.ceil(((place + 1) * last) / 10));
  return { title, run: timeline.run, fingerprints: fingerprintsOf(timeline.run, seqs) };
}

function fingerprintsOf(run: Run, seqs: readonly number[]): Record<string, string> {
  const timeline = openTimeline(run);
  return Object.fromEntries(
    seqs.map((seq) => {
      seekSeq(timeline, seq);
      return [seq, fingerprint(timeline.world)];
    }),
  );
}

/** Stores a run again, which only another version of the engine may do. */
function store(name: string): void {
  const known = read(name);
  if (known !== null && known.run.version === engineVersion) return;
  writeFileSync(fileOf(name), `${JSON.stringify(make(makings[name]!), null, 2)}\n`);
}

if (process.env.STORE_RUNS === '1') Object.keys(makings).forEach(store);

test.each(Object.keys(makings))('the stored run "%s" is what it was', (name) => {
  const stored = read(name)!;
  const advice =
    'The same run gives other bytes. Where that is meant, raise engineVersion in src/timeline/run.ts ' +
    'and store the runs again: STORE_RUNS=1 npx vitest run test/timeline/engine';
  expect(stored.run.version, advice).toBe(engineVersion);
  const seqs = Object.keys(stored.fingerprints).map(Number);
  expect(fingerprintsOf(stored.run, seqs), advice).toEqual(stored.fingerprints);
});
