/** What befalls a cluster in a storm, how often and in which order, and what ends it. */
import { log as logs, type Switch } from '../../raft/index.ts';
import {
  type Command,
  inFlight,
  type Options,
  optionsWith,
  paperOptions,
  roundMs,
  type World,
} from '../../sim/index.ts';
import { type Chance, choose } from '../chance.ts';
import {
  type Act,
  atServer,
  change,
  changeByOne,
  cutBoth,
  cutOne,
  draw,
  healAll,
  healOne,
  lotsOf,
  onMessage,
  partition,
  reconfigure,
  replaceDisk,
  request,
  retry,
  snapshot,
  timeout,
  transfer,
  unlessLeased,
  welcomeBack,
} from './acts.ts';

const acts = lotsOf([
  [16, request],
  [2, retry],
  [4, atServer('crash', 'running')],
  [5, atServer('restart', 'crashed')],
  [2, atServer('pause', 'running')],
  [4, atServer('resume', 'paused')],
  [4, timeout],
  [2, atServer('heartbeat', 'running')],
  [3, cutOne],
  [2, cutBoth],
  [3, partition],
  [3, healOne],
  [3, healAll],
  [3, unlessLeased(onMessage('deliver', false))],
  [3, onMessage('drop', false)],
  [3, onMessage('duplicate', false)],
  [3, unlessLeased(onMessage('hold', false))],
  [4, onMessage('release', true)],
  [3, change],
  [2, snapshot],
  [2, transfer],
  [6, reconfigure],
  [2, replaceDisk],
  [2, welcomeBack],
]);

/** What befalls it more often where a rule is missing that only rare turns bring out. */
const turns: Partial<Record<Switch, readonly Act[]>> = {
  'persist.votedFor': [
    timeout,
    timeout,
    atServer('crash', 'running'),
    atServer('restart', 'crashed'),
  ],
  'config.ownTermFirst': [changeByOne, changeByOne, timeout, partition, healAll],
};

/** The next thing to befall the cluster; null when there is nothing it could befall. */
export function nextAct(world: World, chance: Chance): Command | null {
  const own = world.rulesOff.flatMap((rule) => turns[rule] ?? []);
  if (own.length > 0 && chance() < 0.75) return choose(chance, ...own)(world, chance);
  return draw(acts, world, chance);
}

/** How long nothing befalls it, in virtual ms: often not at all, at times for an election. */
export function lull(chance: Chance): number {
  const length = chance();
  if (length < 0.35) return 0;
  return roundMs(length < 0.85 ? length * 60 : length * 400);
}

/**
 * A server that stands before all others where it hears no leader, and cannot win while it is behind: with the rule on
 * somebody else stands all the same, for its requests stop nobody's timer (§5.2).
 */
function hastyIn({ rulesOff, servers }: World): Options['servers'] {
  if (!rulesOff.includes('timeout.resetOnlyWhenDue')) return {};
  const voters = servers.filter(({ id, configuration }) => configuration.voters.includes(id));
  const lastTerm = ({ log }: World['servers'][number]): number => logs.lastTerm(log);
  const lastIndex = ({ log }: World['servers'][number]): number => logs.lastIndex(log);
  const [behind] = voters.sort((a, b) => lastTerm(a) - lastTerm(b) || lastIndex(a) - lastIndex(b));
  return behind === undefined ? {} : { [behind.id]: { electionTimeoutMs: hastyMs } };
}

// Below the least of the others' by more than a message may be late, and well above the time between heartbeats.
const hastyMs: Options['electionTimeoutMs'] = [100, 100];

/** What makes the weather calm: all links mended, everybody up, nothing lost or held back. */
export function calming(world: World): Command[] {
  const { latencyMs, electionTimeoutMs, heartbeatIntervalMs } = paperOptions;
  const calm = { latencyMs, electionTimeoutMs, heartbeatIntervalMs, lossRate: 0, duplicateRate: 0 };
  const { reads, clockRate, diskLatencyMs } = world.options;
  const options = optionsWith(world.options, calm, {
    clockRate: reads === 'lease' ? clockRate : {},
    diskLatencyMs: Math.min(diskLatencyMs, 15),
    // A read waits for an entry of its leader's term (Thesis §6.4), which may be the no-op or nothing.
    noop: world.options.noop || reads !== 'log',
    // Who was removed and never heard of it stands again and again; only loyalty to a leader keeps it quiet (§6).
    leaderStickiness: true,
    links: {},
    servers: hastyIn(world),
  });
  const wake = world.conditions.flatMap((condition, server): Command[] => {
    if (condition === 'running') return [];
    return [{ type: condition === 'paused' ? 'resume' : 'restart', server }];
  });
  const held = inFlight(world).filter((envelope) => envelope.held);
  return [
    { type: 'options', options, rulesOff: world.rulesOff },
    { type: 'heal', links: null },
    ...wake,
    ...held.map(({ id }): Command => ({ type: 'release', message: id })),
  ];
}
