/** The narration: what is said of each event. Names and numbers, active verbs, at most two short sentences. */
import { count, list, moment } from '../numbers.ts';

type Who = { server: string };
type Heard = Who & { leader: string };
type Voted = Who & { candidate: string; term: number };
type Replied = Who & { from: string };
type Tally = { have: number; of: number };
type Asking = { client: string; server: string; command: string };
type Sent = { type: string; from: string; to: string };
type Range = { first: number; last: number };

const small = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
] as const;
const inWords = (many: number): string => small[many] ?? String(many);
const entries = ({ first, last }: Range): string =>
  first === last ? `entry ${first}` : `entries ${first} to ${last}`;
const message = ({ type, from, to }: Sent): string => `The ${type} from ${from} to ${to}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const gone = (command: string): string => (command === '' ? '' : `, ${command}`);

type Halves = Tally & { haveOld: number; ofOld: number };
type Crew = { voters: string; learners: string };
const inHalves = ({ have, of, haveOld, ofOld }: Halves): string =>
  `${inWords(haveOld)} of the old ${inWords(ofOld)} and ${inWords(have)} of the new ${inWords(of)}`;
/** Votes, and under a joint configuration those of its old half too. */
type Votes = Tally & { needed: number; old: (Tally & { needed: number }) | null };

/** `two of three`; of a joint configuration `two of the old three and three of the new five`. */
const need = ({ needed, of, old }: Votes): string =>
  old === null
    ? `${inWords(needed)} of ${inWords(of)}`
    : inHalves({ have: needed, of, haveOld: old.needed, ofOld: old.of });
const got = ({ have, of, old }: Votes): string =>
  old === null
    ? `${inWords(have)} of ${inWords(of)}`
    : inHalves({ have, of, haveOld: old.have, ofOld: old.of });
const isEnough = ({ have, needed, old }: Votes): boolean =>
  have >= needed && (old === null || old.have >= old.needed);
/** What is still needed: a number, or a majority of each half. */
const wanted = ({ needed, old }: Votes): string =>
  old === null ? inWords(needed) : 'a majority of each';

const learning = (learners: string): string =>
  learners === '' ? '' : `; without a vote ${learners}`;
const againstChange = {
  doesNotLead: 'it does not lead',
  handsOver: 'it is handing leadership over',
  underWay: 'the change before it is not complete',
  nothingOfItsTerm: 'it has committed nothing of its own term yet',
  oneAtATime: 'it changes one voter at a time',
  whoVotes: 'somebody must vote, and no voter becomes a learner',
} as const;

/** After what was said last: how much came before it. */
export const earlierToo = (many: number): string => `(${many} more just before.)`;

interface Links {
  readonly links: readonly string[];
}

export const tellings = {
  stands: ({ server, term, ...votes }: Who & Votes & { term: number }) =>
    `${server} has heard from no leader for too long: it stands for election in term ${term} and needs ${need(votes)} votes, its own included.`,
  mayNotStand: ({ server }: Who) =>
    `${server} has heard from no leader for too long. It does not stand: it has no vote.`,
  standsAgain: ({ server, term, ...votes }: Who & Votes & { term: number }) =>
    `${server} found no majority in time. It tries again in term ${term} and needs ${need(votes)} votes.`,
  grantsVote: ({ server, candidate, term }: Voted) =>
    `${server} gives ${candidate} its one vote of term ${term}.`,
  refusesVoteOldTerm: ({ server, candidate, term, current }: Voted & { current: number }) =>
    `${server} refuses ${candidate} its vote: term ${term} is over, ${server} is in term ${current}.`,
  refusesVoteGiven: ({ server, candidate, term, votedFor }: Voted & { votedFor: string }) =>
    votedFor === server
      ? `${server} refuses ${candidate} its vote: it voted for itself in term ${term}.`
      : `${server} refuses ${candidate} its vote: it gave it to ${votedFor} in term ${term}.`,
  refusesVoteLog: ({ server, candidate }: Voted) =>
    `${server} refuses ${candidate} its vote: its own log is more up to date.`,
  countsVote: ({ server, from, ...votes }: Replied & Votes) =>
    isEnough(votes)
      ? `${server} counts the vote of ${from}: ${got(votes)}.`
      : `${server} counts the vote of ${from}: ${got(votes)}, and it needs ${wanted(votes)}.`,
  countsRefusal: ({ server, from, ...votes }: Replied & Votes) =>
    `${from} has refused ${server}, which has ${got(votes)} votes and needs ${wanted(votes)}.`,
  wins: ({ server, term, ...votes }: Who & Votes & { term: number }) =>
    votes.of === 1 && votes.old === null
      ? `${server} is alone, so its own vote is a majority: it leads term ${term}.`
      : `${server} has ${got(votes)} votes, ${votes.old === null ? 'a majority' : 'a majority of each'}: it leads term ${term}.`,
  ignoresReply: ({ server, from }: Replied) =>
    `${server} passes over the reply of ${from}: it answers a question nobody asks any more.`,
  stepsDown: ({ server, from, term, old }: Replied & { term: number; old: number }) =>
    `${server} hears from ${from} that there is a term ${term}: it no longer leads term ${old} and becomes a follower.`,
  adoptsTerm: ({ server, from, term }: Replied & { term: number }) =>
    `${server} hears of term ${term} from ${from} and becomes a follower.`,
  follows: ({ server, leader, term }: Heard & { term: number }) =>
    `${server} follows ${leader}, the leader of term ${term}.`,
  hearsLeader: ({ server, leader }: Heard) =>
    `${server} hears from its leader ${leader} and starts its timer afresh.`,
  appends: ({ server, leader, first, last, command }: Heard & Range & { command: string }) =>
    first === last
      ? `${server} appends entry ${last}${gone(command)}, as ${leader} sent it.`
      : `${server} appends ${entries({ first, last })}, as ${leader} sent them.`,
  overwrites: ({ server, leader, first, last }: Heard & Range) =>
    `${server} drops the entries that differ from ${leader}'s log and takes ${entries({ first, last })} instead.`,
  learnsCommit: ({ server, leader, index }: Heard & { index: number }) =>
    `${server} learns from ${leader} that everything up to entry ${index} is committed.`,
  refusesLeader: ({ server, leader, term, current }: Heard & { term: number; current: number }) =>
    `${server} refuses ${leader}, which leads term ${term}: ${server} is in term ${current}.`,
  refusesGap: ({ server, leader, index, last }: Heard & { index: number; last: number }) =>
    `${server} refuses: ${leader} builds on entry ${index}, and the log of ${server} ${last === 0 ? 'is empty' : `ends at ${last}`}.`,
  refusesConflict: ({
    server,
    leader,
    index,
    own,
    theirs,
  }: Heard & { index: number; own: number; theirs: number }) =>
    `${server} refuses: its entry ${index} is of term ${own}, and ${leader} has one of term ${theirs} there.`,
  acknowledged: ({
    server,
    from,
    index,
    have,
    of,
    missing,
    isCounted,
  }: Replied & Tally & { index: number; missing: number; isCounted: boolean }) =>
    isCounted
      ? `${from} has acknowledged entry ${index}. With ${server}’s own copy that makes ${inWords(have)} of ${inWords(of)}: ${inWords(missing)} more, and ${server} may commit it.`
      : `${from} has acknowledged entry ${index}. ${server}’s own copy does not count: ${inWords(have)} of ${inWords(of)}, ${inWords(missing)} more, and ${server} may commit it.`,
  acknowledgedJointly: ({ server, from, index, ...halves }: Replied & Halves & { index: number }) =>
    `${from} has acknowledged entry ${index}: ${inHalves(halves)} hold it. ${server} needs a majority of both.`,
  commitsJointly: ({
    server,
    from,
    index,
    command,
    ...halves
  }: Replied & Halves & { index: number; command: string }) =>
    `${from} has acknowledged: ${inHalves(halves)} hold entry ${index}. ${server} commits it${gone(command)}.`,
  acknowledgedOldTerm: ({
    server,
    from,
    index,
    have,
    of,
    term,
  }: Replied & Tally & { index: number; term: number }) =>
    `${from} has acknowledged entry ${index}: ${inWords(have)} of ${inWords(of)} hold it. It is of term ${term}, so ${server} may not commit it by counting.`,
  acknowledgedKnown: ({ server, from, index }: Replied & { index: number }) =>
    index === 0
      ? `${from} answers the heartbeat of ${server}.`
      : `${from} agrees with ${server} up to entry ${index}.`,
  commits: ({
    server,
    from,
    index,
    have,
    of,
    command,
  }: Replied & Tally & { index: number; command: string }) =>
    `${from} has acknowledged: ${inWords(have)} of ${inWords(of)} hold entry ${index}. ${server} commits it${gone(command)}.`,
  stepsBack: ({ server, from, refused, next }: Replied & { refused: number; next: number }) =>
    `${from} does not match ${server} at entry ${refused}: ${server} tries again from entry ${next}.`,
  asksFirst: ({ server, term, ...votes }: Who & Votes & { term: number }) =>
    `${server} has heard from no leader for too long. Before it stands it asks who would vote for it in term ${term}: ${need(votes)} must.`,
  wouldVote: ({ server, candidate, term }: Voted) =>
    `${server} would vote for ${candidate} in term ${term}.`,
  wouldNotVote: ({ server, candidate, term }: Voted) =>
    `${server} would not vote for ${candidate} in term ${term}: it hears a leader, or its log is more up to date.`,
  countsPreVote: ({ server, from, ...votes }: Replied & Votes) =>
    `${from} has answered ${server}: ${got(votes)} would vote for it, and it needs ${wanted(votes)}.`,
  standsOnPreVotes: ({ server, term, ...votes }: Who & Votes & { term: number }) =>
    `${capital(got(votes))} would vote for ${server}: it stands for election in term ${term}.`,
  passesOver: ({ server, candidate }: Voted) =>
    `${server} passes over ${candidate}'s request: it has just heard its leader.`,
  installsSnapshot: ({ server, leader, index }: Heard & { index: number }) =>
    `${server} takes ${leader}'s snapshot of everything up to entry ${index}.`,
  ignoresSnapshot: ({ server, leader, index }: Heard & { index: number }) =>
    `${server} leaves ${leader}'s snapshot aside: everything up to entry ${index} is committed there already.`,
  snapshotTaken: ({ server, from, index }: Replied & { index: number }) =>
    `${from} has taken the snapshot of ${server} and goes on from entry ${index + 1}.`,
  takesSnapshot: ({ server, index }: Who & { index: number }) =>
    `${server} keeps a snapshot instead of its log up to entry ${index}.`,
  standsForTransfer: ({ server, leader, term }: Heard & { term: number }) =>
    `${leader} hands over: ${server} stands for election in term ${term} at once.`,
  transfers: ({ server, target }: Who & { target: string }) =>
    `${server} will hand leadership to ${target}: it takes no more commands and brings ${target}'s log up to date.`,
  asksToStand: ({ server, target }: Who & { target: string }) =>
    `${server} hands leadership to ${target} and asks it to stand at once.`,
  asksOnceCaughtUp: ({ server, target }: Who & { target: string }) =>
    `${target} has all of ${server}’s log: ${server} asks it to stand at once.`,
  changesCrew: ({ server, voters, learners }: Who & Crew) =>
    `${server} appends a new configuration, in force at once: ${voters}${learning(learners)}.`,
  changesCrewJointly: ({ server, old, voters, learners }: Who & Crew & { old: string }) =>
    `${server} appends a joint configuration, in force at once: a majority of ${old} and a majority of ${voters} must agree${learning(learners)}.`,
  completesCrew: ({
    server,
    from,
    index,
    old,
    voters,
    next,
  }: Replied & { index: number; old: string; voters: string; next: number }) =>
    `${from} has acknowledged: a majority of ${old} and one of ${voters} hold entry ${index}. ${server} commits it and appends entry ${next}, from which ${voters} decide alone.`,
  leavesOffice: ({
    server,
    from,
    index,
    crew,
    term,
  }: Replied & { index: number; crew: string; term: number }) =>
    `${from} has acknowledged: a majority of ${crew} holds entry ${index}. ${server} commits it, takes no part any more, and no longer leads term ${term}.`,
  refusesCrew: ({ server, reason }: Who & { reason: keyof typeof againstChange }) =>
    `${server} does not change the configuration: ${againstChange[reason]}.`,
  losesQuorum: ({ server, term }: Who & { term: number }) =>
    `${server} has heard no majority for an election timeout: it no longer leads term ${term}.`,
  writes: ({ server }: Who) => `What ${server} wrote is durable.`,
  heartbeats: ({ server, term }: Who & { term: number }) =>
    `${server} sends heartbeats: it leads term ${term}.`,
  clientAppended: ({ client, server, command, index }: Asking & { index: number }) =>
    `${client} asks ${server} for ${command}. ${server} appends it as entry ${index}, and ${client} waits.`,
  clientRetried: ({
    client,
    server,
    command,
    index,
    attempt,
  }: Asking & { index: number; attempt: number }) =>
    `${client} asks again, now ${server}, for ${command} (attempt ${attempt}). ${server} appends it as entry ${index}.`,
  clientRedirected: ({ client, server, leader, command }: Asking & { leader: string }) =>
    `${server} does not lead: it sends ${client} with ${command} on to ${leader}.`,
  clientRefused: ({ client, server, command }: Asking) =>
    `${server} does not lead and knows nobody who does: ${client} keeps ${command} and waits.`,
  clientWaitsForTransfer: ({ client, server, target, command }: Asking & { target: string }) =>
    `${server} is handing leadership to ${target} and takes no commands: ${client} keeps ${command} and waits.`,
  clientUnheard: ({ client, server, command }: Asking) =>
    `${client} sends ${command} to ${server}, which does not run: no answer.`,
  clientQueued: ({ client, command }: { client: string; command: string }) =>
    `${client} keeps ${command} until the command before it is answered.`,
  clientSent: ({ client, server, command }: Asking) => `${client} sends ${command} to ${server}.`,
  clientAnswered: ({ client, server, command, result }: Asking & { result: string }) =>
    `${server} answers ${client}: ${command} gives ${result}.`,
  applies: ({ server, first, last, command }: Who & Range & { command: string }) =>
    first === last
      ? `${server} applies entry ${last}${gone(command)}, to its state machine.`
      : `${server} applies ${entries({ first, last })} to its state machine.`,
  appliesAndAnswers: ({
    server,
    client,
    index,
    command,
    result,
  }: Asking & { index: number; result: string }) =>
    `${server} applies entry ${index}, ${command}, and answers ${client}: ${result}.`,
  crashes: ({ server, role }: Who & { role: string }) =>
    role === 'leader'
      ? `${server} crashes, and it was the leader. Term, vote and log are on its disk; all else is gone.`
      : `${server} crashes. Term, vote and log are on its disk; all else is gone.`,
  restarts: ({ server, entries: held, term }: Who & { entries: number; term: number }) =>
    `${server} restarts as a follower with what its disk kept: term ${term}, ${count(held, 'entry', 'entries')}.`,
  pauses: ({ server }: Who) => `The process of ${server} stands still: what is sent to it waits.`,
  resumes: ({ server }: Who) => `${server} runs again and reads what has waited for it.`,
  cuts: ({ links }: Links) =>
    links.length === 1
      ? `The link ${links[0]} is cut: what was on it is lost.`
      : `The links ${list(links)} are cut: what was on them is lost.`,
  heals: ({ links }: Links) =>
    links.length === 1
      ? `The link ${links[0]} works again.`
      : `The links ${list(links)} work again.`,
  healsAll: () => 'All links work again.',
  loses: (p: Sent) => `${message(p)} is lost.`,
  losesOnCut: (p: Sent) => `${message(p)} is lost: the link is cut.`,
  losesAtCrashed: (p: Sent) => `${message(p)} is lost: ${p.to} is down.`,
  dropsOnCommand: (p: Sent) => `${message(p)} is dropped.`,
  duplicates: (p: Sent) => `${message(p)} will arrive twice.`,
  injects: (p: Sent) => `${message(p)} is forged and on its way.`,
  holds: (p: Sent) => `${message(p)} is held back.`,
  delays: ({ untilMs, ...p }: Sent & { untilMs: number }) =>
    `${message(p)} is delayed: it arrives at ${moment(untilMs)}.`,
  options: ({ off }: { off: string }) =>
    off === ''
      ? 'The conditions have changed.'
      : `The conditions have changed: ${off} ${off.includes(',') ? 'are' : 'is'} off, so this is a modified Raft.`,
} as const;
