/** Counting as a leader counts, and what it would take to count enough. */
import type { LogIndex, ServerId } from '../../base/index.ts';
import { type Leader, log as logs, majority, matchIndexOf, type Server } from '../../raft/index.ts';
import type { Command } from '../../sim/index.ts';
import type { Cause, Said } from './answer.ts';
import { cause, say } from './draft.ts';
import type { Obstacle } from './obstacles.ts';
import { type Proposal, type Seen, stage } from './otherwise.ts';
import { nameOf, namesOf, type Scene } from './scene.ts';

/** Of the half of the configuration that has too few, or of the voters. */
export interface Tally {
  readonly have: readonly ServerId[];
  readonly lacking: readonly ServerId[];
  readonly of: number;
  readonly needed: number;
}

/** Who may be counted for what, as far as the asking server knows. */
export function tallyOf({ configuration }: Server, counts: (id: ServerId) => boolean): Tally {
  const halves = [configuration.voters, configuration.outgoing ?? []].filter(
    (half) => half.length > 0,
  );
  const tallies = halves.map((half): Tally => {
    const have = half.filter(counts);
    const lacking = half.filter((id) => !have.includes(id));
    return { have, lacking, of: half.length, needed: majority(half.length) };
  });
  const none: Tally = { have: [], lacking: [], of: 0, needed: 1 };
  return tallies.find(({ have, needed }) => have.length < needed) ?? tallies[0] ?? none;
}

/** §6: while C_old,new is in force, each half must agree by itself. */
export const bothCauses = (scene: Scene, { configuration }: Server): readonly Cause[] => {
  const { voters, outgoing } = configuration;
  if (outgoing === null) return [];
  const halves = { old: namesOf(scene, outgoing), next: namesOf(scene, voters) };
  return [cause('needsBoth', halves, null)];
};

/** Who holds the log up to `index`, as the leader knows. */
export const copiesOf = (leader: Leader, index: LogIndex): Tally =>
  tallyOf(leader, (id) => matchIndexOf(leader, id) >= index);

/** Who has voted for a server that asks. */
export const votesOf = (server: Server): Tally =>
  tallyOf(server, (id) => 'votesGranted' in server && server.votesGranted.includes(id));

/** How much a remedy takes: what is on its way costs nothing, a server that is down most. */
const effort = {
  deliver: 0,
  heartbeat: 1,
  heal: 2,
  resume: 3,
  restart: 4,
} as Readonly<Partial<Record<Command['type'], number>>>;

const effortOf = ({ remedy: [first] }: Obstacle): number =>
  first === undefined ? Infinity : (effort[first.type] ?? 5);

/** The obstacles with the least to mend first; those that nothing mends are left out. */
const mendable = (obstacles: readonly Obstacle[]): readonly Obstacle[] =>
  obstacles.filter(({ remedy }) => remedy.length > 0).sort((a, b) => effortOf(a) - effortOf(b));

const remedyIds = {
  deliver: 'hadArrived',
  heartbeat: 'hadBeenSentAgain',
  heal: 'hadLinkWorked',
  resume: 'hadGoneOn',
  restart: 'hadRestarted',
} as const satisfies Partial<Record<Command['type'], string>>;

/** How to say that these are mended. */
function saidMended(
  scene: Scene,
  asker: ServerId,
  mended: readonly Obstacle[],
  also: readonly Command[],
): Said {
  const kinds = new Set(mended.map(({ remedy }) => remedy[0]?.type));
  const [kind] = kinds;
  const id =
    kinds.size === 1 && kind !== undefined && kind in remedyIds
      ? remedyIds[kind as keyof typeof remedyIds]
      : 'hadReached';
  const servers = mended.map(({ server }) => nameOf(scene, server));
  if (also.some(({ type }) => type === 'request'))
    return say('hadReachedAndTaken', { asker: nameOf(scene, asker), servers });
  return say(id, { asker: nameOf(scene, asker), servers });
}

/** Mends as few as it takes, then all; each until `until`. */
export function* mendings(
  scene: Scene,
  asker: ServerId,
  obstacles: readonly Obstacle[],
  missing: number,
  until: Seen,
  also: readonly Command[] = [],
): Generator<Proposal> {
  const able = mendable(obstacles);
  for (const many of new Set([Math.min(missing, able.length), able.length])) {
    const mended = able.slice(0, many);
    if (mended.length === 0) continue;
    const commands = [...mended.flatMap(({ remedy }) => remedy), ...also];
    yield {
      said: saidMended(scene, asker, mended, also),
      at: scene.asked,
      stages: [stage(scene.world, commands, until)],
    };
  }
}

export const lastOf = ({ log }: Server): { index: number; term: number } => ({
  index: logs.lastIndex(log),
  term: logs.lastTerm(log),
});
