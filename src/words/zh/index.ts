/** The Chinese catalogue: of the same shape as the English one. */
import { clients } from './clients.ts';
import { commandLong, commandShort, logs, store } from './logs.ts';
import { count, duration, list, moment, percent } from './numbers.ts';
import { page, scenario } from './page.ts';
import { citation, section } from './rules.ts';
import { conditions, links, roles, serverLabel, servers, tally, verbs } from './servers.ts';
import { speedShort, speedText, time } from './time.ts';
import { refusals, troubles } from './troubles.ts';

// Apart from the rest, since they come with the panels and dialogs that say them.
export { arrival } from './later/arrival.ts';
export { bookmarks } from './later/bookmarks.ts';
export { branches, compare, share } from './later/branches.ts';
export { brokenRules } from './later/brokenRules.ts';
export { answers, commandStates, quorum, readStates } from './later/commands.ts';
export { settings } from './later/conditions.ts';
export { course } from './later/course.ts';
export { crew } from './later/crew.ts';
export { critique } from './later/critique.ts';
export { doors } from './later/doors.ts';
export { editor } from './later/editor.ts';
export { embed } from './later/embed.ts';
export { figure2 } from './later/figure2.ts';
export { type GlossaryTerm, glossary, glossaryPlaces } from './later/glossary.ts';
export { goTo } from './later/goTo.ts';
export { hands } from './later/hands.ts';
export { inspector } from './later/inspector.ts';
export { keys } from './later/keys.ts';
export { lab, proofSaid, views } from './later/lab.ts';
export { labExhaust } from './later/labExhaust.ts';
export { labMeasure } from './later/labMeasure.ts';
export { labSearch } from './later/labSearch.ts';
export { messages } from './later/messages.ts';
export { misconceptions } from './later/misconceptions.ts';
export { broken, misses } from './later/misses.ts';
export {
  clockWords,
  optionChoices,
  optionFields,
  optionGroups,
  profileWords,
} from './later/options.ts';
export { palette } from './later/palette.ts';
export { partition } from './later/partition.ts';
export { presenter } from './later/presenter.ts';
export { properties } from './later/properties.ts';
export { settingsWords } from './later/settings.ts';
export { type EventSaid, spacetime } from './later/spacetime.ts';
export { splitters } from './later/splitters.ts';
export { stage } from './later/stage.ts';
export { earlierToo, tellings } from './later/tellings.ts';
export { timers } from './later/timers.ts';
export { transcript } from './later/transcript.ts';
export { violation } from './later/violations.ts';
export { whySaid } from './later/why.ts';
export { whyAsked, whyCited, whyPanel } from './later/whyPanel.ts';
export { wonders } from './later/wonders.ts';

/** What the first view says. */
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

/** What the command line of the lab says. */
export { explore as exploreWords } from './later/explore.ts';
/** What is said of scenario files: apart, because only those who open one need it. */
export { files as fileWords } from './later/scenario.ts';
