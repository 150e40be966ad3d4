import { clients } from './en/clients.ts';
import { commandLong, commandShort, logs, store } from './en/logs.ts';
import { count, duration, list, moment, percent } from './en/numbers.ts';
import { page, scenario } from './en/page.ts';
import { citation, section } from './en/rules.ts';
import { conditions, links, roles, serverLabel, servers, tally, verbs } from './en/servers.ts';
import { speedShort, speedText, time } from './en/time.ts';
import { refusals, troubles } from './en/troubles.ts';

// Apart from the rest, since they come with the panels and dialogs that say them.
export { branches, compare, share } from './en/later/branches.ts';
export { brokenRules } from './en/later/brokenRules.ts';
export { answers, commandStates, quorum, readStates } from './en/later/commands.ts';
export { settings } from './en/later/conditions.ts';
export { crew } from './en/later/crew.ts';
export { figure2 } from './en/later/figure2.ts';
export { goTo } from './en/later/goTo.ts';
export { inspector } from './en/later/inspector.ts';
export { keys } from './en/later/keys.ts';
export { messages } from './en/later/messages.ts';
export {
  clockWords,
  optionChoices,
  optionFields,
  optionGroups,
  profileWords,
} from './en/later/options.ts';
export { palette } from './en/later/palette.ts';
export { partition } from './en/later/partition.ts';
export { type EventSaid, spacetime } from './en/later/spacetime.ts';
export { earlierToo, tellings } from './en/later/tellings.ts';
export { violation } from './en/later/violations.ts';
export { whySaid } from './en/later/why.ts';
export { whyAsked, whyCited, whyPanel } from './en/later/whyPanel.ts';

/** Every sentence that can be seen or heard, in the language of the page. */
export const words = {
  citation,
  clients,
  commandLong,
  commandShort,
  conditions,
  count,
  duration,
  links,
  list,
  logs,
  moment,
  page,
  percent,
  refusals,
  roles,
  section,
  scenario,
  serverLabel,
  servers,
  speedShort,
  speedText,
  store,
  tally,
  time,
  troubles,
  verbs,
};

/** What is said of scenario files: apart, because only those who open one need it. */
export { files as fileWords } from './en/later/scenario.ts';
