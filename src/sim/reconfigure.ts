/** Changed conditions hold from now on; what is on its way keeps the latency it was given. */
import { copyOf, log as logs, type Server, type Switch } from '../raft/index.ts';
import { rebaseClocks } from './clocks.ts';
import type { Event } from './event.ts';
import { happen } from './happen.ts';
import { type Options, optionsOf, optionsWith, settingsOf } from './options.ts';
import { rebaseTimers, retime } from './timers.ts';
import { linkTable, type World } from './world.ts';

/** These options and rules hold from now on, `sessionLimit` excepted. */
export function reconfigure(world: World, asked: Options, rulesOff: readonly Switch[]): Event {
  // Thesis §6.3: servers must agree on when a session expires, and they apply an entry at different times.
  const { sessionLimit } = world.options;
  const options = optionsWith(asked, { sessionLimit });
  rebaseTimers(world, options.clockRate);
  rebaseClocks(world, options);
  world.options = options;
  world.optionsAt = world.servers.map(({ id }) => optionsOf(options, id));
  world.rulesOff = rulesOff;
  world.links = linkTable(options, world.servers.length);
  world.servers = world.servers.map((server) => told(world, server));
  retime(world);
  return happen(world, 'options');
}

/** The server with the settings that hold now. */
function told(world: World, server: Server): Server {
  const { options, rulesOff, durable } = world;
  const settings = settingsOf(options, rulesOff, server.id, durable[server.id] !== null);
  // Onto a copy: a spread would be of another shape, and every step from it slower.
  const changed = Object.assign(copyOf(server), { settings });
  if (changed.role !== 'leader') return changed;
  // What it appended on a fast disk is durable.
  const known = changed.durableIndex ?? logs.lastIndex(changed.log);
  return Object.assign(changed, { durableIndex: settings.isDiskSlow ? known : null });
}
