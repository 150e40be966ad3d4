/** `npm run swarm -- --seeds 1000 --from 1 --servers 5`: storms over many seeds, until one finds something. */
import { parseArgs } from 'node:util';
import { type Switch, switchNames } from '../../src/raft/index.ts';
import { type Storm, type Trouble, weather } from './storm.ts';

const usage = `npm run swarm -- [--seeds N] [--from SEED] [--servers N] [--acts N] [--off RULE]…
  --seeds    how many storms (200)
  --from     seed of the first (1)
  --servers  how many servers, 1 to 9 (by the seed: 3 to 7)
  --acts     faults and commands in each (60)
  --off      a rule switched off, to see what breaks
`;

/** What a swarm is asked to do. */
interface Swarm {
  readonly seeds: number;
  readonly from: number;
  /** Null: 3 to 7, by the seed. */
  readonly servers: number | null;
  readonly acts: number;
  readonly rulesOff: readonly Switch[];
}

interface Swarmed {
  readonly storms: number;
  readonly events: number;
  /** The first storm that found something. */
  readonly found: { readonly storm: Storm; readonly trouble: Trouble } | null;
}

/** Storms from seed to seed, up to the first that finds something. */
export function swarm({ seeds, from, servers, acts, rulesOff }: Swarm): Swarmed {
  let events = 0;
  for (let seed = from; seed < from + seeds; seed += 1) {
    const storm = { seed, servers: servers ?? 3 + (seed % 5), acts, rulesOff };
    const outcome = weather(storm);
    events += outcome.events;
    const { trouble } = outcome;
    if (trouble !== null) return { storms: seed - from + 1, events, found: { storm, trouble } };
  }
  return { storms: seeds, events, found: null };
}

/** The command that shows a storm again. */
function replayOf({ seed, servers, acts, rulesOff }: Storm): string {
  const off = rulesOff.map((rule) => ` --off ${rule}`).join('');
  return `npm run swarm -- --seeds 1 --from ${seed} --servers ${servers} --acts ${acts}${off}`;
}

/** What a swarm came to, in words. */
export function reportOf({ storms, events, found }: Swarmed): string {
  const sum = `${storms} storms, ${events} events, every property checked after each`;
  if (found === null) return `${sum}: nothing broken.`;
  const { storm, trouble } = found;
  return `${sum}: seed ${storm.seed} broke ${trouble.what}.\n${trouble.facts}\nAgain: ${replayOf(storm)}`;
}

/** @returns 0 when nothing was found, 1 when something was, 2 for a usage that cannot be. */
export async function main(argv: readonly string[]): Promise<number> {
  const asked = read(argv);
  if (asked === null) {
    process.stderr.write(usage);
    return 2;
  }
  const begun = process.hrtime.bigint();
  const result = swarm(asked);
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
  process.stdout.write(`${reportOf(result)}\n${seconds.toFixed(1)} s\n`);
  return result.found === null ? 0 : 1;
}

function read(argv: readonly string[]): Swarm | null {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        seeds: { type: 'string', default: '200' },
        from: { type: 'string', default: '1' },
        servers: { type: 'string' },
        acts: { type: 'string', default: '60' },
        off: { type: 'string', multiple: true, default: [] },
      },
    });
    const [seeds, from, acts] = [values.seeds, values.from, values.acts].map(Number);
    const servers = values.servers === undefined ? null : Number(values.servers);
    const rulesOff = switchNames.filter((name) => values.off.includes(name));
    const counts = [seeds, from, acts, servers ?? 1];
    const isPossible =
      counts.every(Number.isSafeInteger) && (servers ?? 1) >= 1 && (servers ?? 1) <= 9;
    if (!isPossible || rulesOff.length !== values.off.length) return null;
    return { seeds: seeds!, from: from!, acts: acts!, servers, rulesOff };
  } catch {
    return null;
  }
}
