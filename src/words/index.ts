import { answers, clients, commandStates, quorum } from './en/clients.ts';
import { commandLong, commandShort, logs, store } from './en/logs.ts';
import { count, duration, list, moment, percent } from './en/numbers.ts';
import { page, scenario } from './en/page.ts';
import { citation } from './en/rules.ts';
import { conditions, links, roles, serverLabel, servers, verbs } from './en/servers.ts';
import { tellings } from './en/tellings.ts';
import { speedShort, speedText, time } from './en/time.ts';
import { refusals, troubles } from './en/troubles.ts';
import { violation } from './en/violations.ts';

// Apart from the rest, since they come with the panels and dialogs that say them.
export { settings } from './en/conditions.ts';
export { goTo } from './en/goTo.ts';
export { inspector } from './en/inspector.ts';
export { keys } from './en/keys.ts';
export { type EventSaid, spacetime } from './en/later/spacetime.ts';
export { partition } from './en/partition.ts';
export { brokenRules, crew, protocol } from './en/protocol.ts';

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
  links,
  list,
  logs,
  moment,
  page,
  percent,
  quorum,
  refusals,
  roles,
  scenario,
  serverLabel,
  servers,
  speedShort,
  speedText,
  store,
  time,
  troubles,
  verbs,
  violation,
};

/** What is said of scenario files: apart, because only those who open one need it. */
export { files as fileWords } from './en/scenario.ts';
