/**
 * Counterfactuals. A proposal says what to do at a moment and what must come of it; it is played in a world of its
 * own, and only one that does change the outcome becomes part of an answer.
 */
import type { ServerId, VirtualMs } from '../../base/index.ts';
import {
  advance,
  type Command,
  cloneWorld,
  type Event,
  execute,
  inFlight,
  linksBetween,
  type World,
} from '../../sim/index.ts';
import { lastBy } from '../annalsRead.ts';
import { annalsOf } from '../annalsWrite.ts';
import type { Moment } from '../run.ts';
import type { Act, Otherwise, Said } from './answer.ts';
import { type Scene, worldIn } from './scene.ts';

/** Whether what was waited for is so, just after `event`; null: nothing has happened since the last command. */
export type Seen = (world: World, event: Event | null) => boolean;

export interface Stage {
  /** What to ask of the world as it is when the stage begins. */
  readonly commands: (world: World) => readonly Command[];
  /** What to wait for; null: for `withinMs` to pass. */
  readonly until: Seen | null;
  readonly withinMs: VirtualMs;
}

export interface Proposal {
  readonly said: Said;
  readonly at: Moment;
  readonly stages: readonly Stage[];
  /** What must be so in the end, where it is more than the last stage waited for. */
  readonly changed?: (world: World) => boolean;
}

/** A proof gives up after so many events: an answer must not wait for a hopeless proposal. */
const mostEvents = 1500;

/** So long in virtual ms that an election, with a retry, and a round to everybody fit into it. */
export const patience = ({ options }: World): VirtualMs =>
  3 * options.electionTimeoutMs[1] + 2 * options.heartbeatIntervalMs + 4 * options.latencyMs[1];

/** One stage: `commands` now, and then until `until`. */
export const stage = (world: World, commands: readonly Command[], until: Seen): Stage => ({
  commands: () => commands,
  until,
  withinMs: patience(world),
});

/** The first proposal that holds what it promises, which is `effect`. */
export function firstProven(
  scene: Scene,
  effect: Said,
  proposals: Iterable<Proposal | null>,
): Otherwise | null {
  for (const proposal of proposals) {
    const proven = proposal === null ? null : prove(scene, effect, proposal);
    if (proven !== null) return proven;
  }
  return null;
}

/** A server loses its links in both directions, and what is on its way to it. */
export const isolate =
  (id: ServerId) =>
  (world: World): readonly Command[] => {
    const others = world.servers.map((one) => one.id).filter((other) => other !== id);
    const coming = inFlight(world).filter(({ message }) => message.to === id);
    return [
      ...coming.map((one): Command => ({ type: 'drop', message: one.id })),
      { type: 'cut', links: linksBetween([[id], others]) },
    ];
  };

/** A proposal as it is being played. */
interface Trial {
  readonly world: World;
  readonly acts: Act[];
  left: number;
}

function prove(scene: Scene, effect: Said, proposal: Proposal): Otherwise | null {
  const { said, at, stages, changed } = proposal;
  const world = cloneWorld(worldIn(scene, at.seq));
  world.time = at.time;
  const trial: Trial = { world, acts: [], left: mostEvents };
  if (!stages.every((one) => play(trial, one))) return null;
  if (changed !== undefined && !changed(world)) return null;
  if (trial.acts.length > 0 && isSoAnyway(scene, proposal, world.time)) return null;
  return { said, effect, at, acts: trial.acts, until: world.time };
}

/**
 * Whether by then it would be so in the run as it is: what comes by itself is no counterfactual. The past is known; of
 * the future it is asked only where the run has none yet.
 */
function isSoAnyway(scene: Scene, { at, stages, changed }: Proposal, until: VirtualMs): boolean {
  const isAsked = at.seq === scene.asked.seq && at.time === scene.asked.time;
  if (!isAsked) return changed?.(worldBy(scene, at, until)) ?? false;
  const holds = changed ?? stages.at(-1)?.until ?? null;
  if (holds === null) return false;
  const world = cloneWorld(worldIn(scene, at.seq));
  world.time = at.time;
  let isSo = holds(world, null);
  for (let left = mostEvents; !isSo && left > 0; left -= 1) {
    const event = advance(world, until);
    if (event === null) break;
    isSo = holds(world, event);
  }
  return isSo;
}

/** The run as it was at a time, or where one stands; what happened at one time came in its order. */
function worldBy(scene: Scene, at: Moment, until: VirtualMs): World {
  const last = until <= at.time ? at.seq : lastBy(annalsOf(scene.timeline), until);
  return worldIn(scene, Math.min(last, scene.asked.seq));
}

function play(trial: Trial, { commands, until, withinMs }: Stage): boolean {
  const { world } = trial;
  const deadline = world.time + withinMs;
  let isThere = until?.(world, null) ?? false;
  const see = (event: Event): void => {
    isThere ||= until?.(world, event) ?? false;
  };
  for (const command of commands(world)) if (!giveIn(trial, command, see)) return false;
  while (!isThere) {
    const event = trial.left > 0 ? advance(world, deadline) : null;
    trial.left -= 1;
    if (event !== null) see(event);
    else if (until === null || trial.left <= 0 || !helpOn(trial, see)) break;
  }
  settle(world, see);
  if (until === null) world.time = Math.max(world.time, deadline);
  return until === null || isThere;
}

function giveIn(trial: Trial, command: Command, see: (event: Event) => void): boolean {
  const { world } = trial;
  const result = execute(world, command);
  if (!result.ok) return false;
  trial.acts.push({ time: world.time, command });
  see(result.value);
  settle(world, see);
  return true;
}

/** Everything that happens at this very time. */
function settle(world: World, see: (event: Event) => void): void {
  for (let event = advance(world, world.time); event !== null; event = advance(world, world.time))
    see(event);
}

// Where nothing happens by itself, messages are delivered as they come and leaders beat: that is what "wait" means there.
function helpOn(trial: Trial, see: (event: Event) => void): boolean {
  const { world } = trial;
  const { timers } = world.setup;
  if (world.delivery === 'manual') {
    const next = inFlight(world).find(
      ({ held, message: { to } }) => !held && world.conditions[to] !== 'paused',
    );
    if (next !== undefined) return giveIn(trial, { type: 'deliver', message: next.id }, see);
  }
  if (timers !== 'manual') return false;
  const leader = world.servers.find(
    ({ id, role }) => role === 'leader' && world.conditions[id] === 'running',
  );
  return leader !== undefined && giveIn(trial, { type: 'heartbeat', server: leader.id }, see);
}
