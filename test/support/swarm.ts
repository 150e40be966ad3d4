/** `npm run swarm -- --seeds 10000`: storms over many seeds, until one finds something, which it leaves as a file. */
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  fileOf,
  type Judge,
  type Outcome,
  type Storm,
  type Trouble,
  weather,
} from '../../src/explore/index.ts';
import { type Switch, switchNames } from '../../src/raft/index.ts';
import { writeScenario } from '../../src/scenario/index.ts';
import { observe, openOracle } from '../oracle/oracle.ts';

const usage = `npm run swarm -- [--seeds N] [--from SEED] [--servers N] [--acts N] [--judge N] [--off RULE]… [--to FOLDER]
  --seeds    how many storms (200)
  --from     seed of the first (1)
  --servers  how many servers, 1 to 9 (by the seed)
  --acts     faults and commands in each (60)
  --judge    every so manieth storm passes through the oracle, which takes longer (5); 0: none
  --off      a rule switched off, to see what breaks
  --to       where a scenario file of what was found is written (the folder for temporary files)
`;

/** What a swarm is asked to do. */
interface Swarm {
  readonly seeds: number;
  readonly from: number;
  /** Null: 1 to 9, by the seed. */
  readonly servers: number | null;
  readonly acts: number;
  /** Storms whose seed is a multiple of it pass through the oracle; 0: none. */
  readonly judge: number;
  readonly rulesOff: readonly Switch[];
}

interface Swarmed {
  readonly storms: number;
  readonly judged: number;
  readonly events: number;
  /** The first storm that found something. */
  readonly found: Found | null;
}

interface Found {
  readonly storm: Storm;
  readonly isJudged: boolean;
  readonly outcome: Outcome;
  readonly trouble: Trouble;
}

/** Sizes of clusters, one a seed in turn: those that people run more often than the rest. */
const sizes = [3, 5, 1, 4, 7, 2, 3, 9, 5, 6, 8];

/** Storms from seed to seed, up to the first that finds something. */
export function swarm(
  { seeds, from, servers, acts, judge, rulesOff }: Swarm,
  tell: (sofar: Swarmed) => void = () => {},
): Swarmed {
  let sofar: Swarmed = { storms: 0, judged: 0, events: 0, found: null };
  for (let seed = from; seed < from + seeds && sofar.found === null; seed += 1) {
    const isJudged = judge > 0 && seed % judge === 0;
    const size = servers ?? (sizes[seed % sizes.length] as number);
    const storm = { seed, servers: size, acts, rulesOff };
    const outcome = weather(storm, undefined, isJudged ? oracle : null);
    const { trouble } = outcome;
    sofar = {
      storms: sofar.storms + 1,
      judged: sofar.judged + Number(isJudged),
      events: sofar.events + outcome.events,
      found: trouble === null ? null : { storm, isJudged, outcome, trouble },
    };
    tell(sofar);
  }
  return sofar;
}

/** The oracle, which plays every transition by itself, as a judge of storms. */
const oracle: Judge = (world) => {
  const opened = openOracle(world);
  return (event) => observe(opened, world, event)[0] ?? null;
};

/** The command that shows a storm again. */
function replayOf({
  storm: { seed, servers, acts, rulesOff },
  isJudged,
}: Pick<Found, 'storm' | 'isJudged'>): string {
  const off = rulesOff.map((rule) => ` --off ${rule}`).join('');
  const judge = isJudged ? 1 : 0;
  return `npm run swarm -- --seeds 1 --from ${seed} --servers ${servers} --acts ${acts} --judge ${judge}${off}`;
}

/** What a swarm came to, in words. */
export function reportOf({ storms, judged, events, found }: Swarmed): string {
  const sum = `${storms} storms, ${events} events, every property checked after each, ${judged} storms judged by the oracle`;
  if (found === null) return `${sum}: nothing broken.`;
  const { storm, trouble } = found;
  return `${sum}: seed ${storm.seed} broke ${trouble.what}.\n${trouble.facts}\nAgain: ${replayOf(found)}`;
}

/** What was found, as the text of a scenario file. */
export function scenarioOf(found: Found): string {
  const { storm, outcome, trouble } = found;
  const title = `Storm of seed ${storm.seed}: ${trouble.what}`;
  return writeScenario(fileOf(storm, outcome, title, trouble.closing), [
    replayOf(found),
    trouble.facts,
  ]);
}

/** @returns 0 when nothing was found, 1 when something was, 2 for a usage that cannot be. */
export async function main(argv: readonly string[], cwd: string): Promise<number> {
  const asked = read(argv);
  if (asked === null) {
    process.stderr.write(usage);
    return 2;
  }
  const begun = process.hrtime.bigint();
  const result = swarm(asked, progress(asked.seeds));
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
  process.stdout.write(`${reportOf(result)}\n`);
  if (result.found !== null) process.stdout.write(leave(result.found, resolve(cwd, asked.to)));
  process.stdout.write(`${seconds.toFixed(1)} s\n`);
  return result.found === null ? 0 : 1;
}

/** Writes the file, and says how to play it. */
function leave(found: Found, folder: string): string {
  const path = join(folder, `storm-${found.storm.seed}.yaml`);
  writeFileSync(path, scenarioOf(found));
  return `As a file: npm run sim -- ${path}\n`;
}

/** Says on stderr how far it is, some twenty times. */
function progress(seeds: number): (sofar: Swarmed) => void {
  const step = Math.max(100, Math.ceil(seeds / 20));
  return ({ storms, events }) => {
    if (storms % step === 0 && storms < seeds)
      process.stderr.write(`${storms} of ${seeds} storms, ${events} events\n`);
  };
}

function read(argv: readonly string[]): (Swarm & { readonly to: string }) | null {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        seeds: { type: 'string', default: '200' },
        from: { type: 'string', default: '1' },
        servers: { type: 'string' },
        acts: { type: 'string', default: '60' },
        judge: { type: 'string', default: '5' },
        off: { type: 'string', multiple: true, default: [] },
        to: { type: 'string', default: tmpdir() },
      },
    });
    const [seeds, from, acts, judge] = [values.seeds, values.from, values.acts, values.judge].map(
      Number,
    ) as [number, number, number, number];
    const servers = values.servers === undefined ? null : Number(values.servers);
    const rulesOff = switchNames.filter((name) => values.off.includes(name));
    const counts = [seeds, from, acts, judge, servers ?? 1];
    const isPossible =
      counts.every((count) => Number.isSafeInteger(count) && count >= 0) &&
      (servers ?? 1) >= 1 &&
      (servers ?? 1) <= 9;
    if (!isPossible || rulesOff.length !== values.off.length) return null;
    return { seeds, from, acts, judge, servers, rulesOff, to: values.to };
  } catch {
    return null;
  }
}
