/** Changed conditions hold from now on; what is on its way keeps the latency it was given. */
import type { Switch } from '../raft/index.ts';
import { rebaseClocks } from './clocks.ts';
import type { Event } from './event.ts';
import { happen } from './happen.ts';
import { type Options, settingsOf } from './options.ts';
import { retime } from './timers.ts';
import { linkTable, type World } from './world.ts';

export function reconfigure(world: World, options: Options, rulesOff: readonly Switch[]): Event {
  rebaseClocks(world);
  world.options = options;
  world.rulesOff = rulesOff;
  world.links = linkTable(options, world.servers.length);
  world.servers = world.servers.map((server) => ({
    ...server,
    settings: settingsOf(options, rulesOff, server.id),
  }));
  retime(world);
  return happen(world, 'options');
}
