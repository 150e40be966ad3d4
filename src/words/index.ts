import { answers, clients, commandStates, quorum } from './en/clients.ts';
import { settings } from './en/conditions.ts';
import { inspector } from './en/inspector.ts';
import { keys } from './en/keys.ts';
import { commandLong, commandShort, logs, store } from './en/logs.ts';
import { count, duration, list, moment, percent } from './en/numbers.ts';
import { page, scenario } from './en/page.ts';
import { citation } from './en/rules.ts';
import { files } from './en/scenario.ts';
import { conditions, links, partition, roles, serverLabel, servers, verbs } from './en/servers.ts';
import { tellings } from './en/tellings.ts';
import { speedShort, speedText, time } from './en/time.ts';
import { refusals, troubles } from './en/troubles.ts';
import { violation } from './en/violations.ts';

export type { OperationSaid } from './en/logs.ts';
export type { ServerSaid } from './en/servers.ts';

export { tellings };

/** Every sentence that can be seen or heard, in the language of the page. */
export const words = {
  answers,
  citation,
  clients,
  commandLong,
  commandShort,
  commandStates,
  conditions,
  count,
  duration,
  files,
  inspector,
  keys,
  links,
  list,
  logs,
  moment,
  page,
  partition,
  percent,
  quorum,
  refusals,
  roles,
  scenario,
  serverLabel,
  servers,
  settings,
  speedShort,
  speedText,
  store,
  time,
  troubles,
  verbs,
  violation,
};
