/** Figure 2 with an event's own numbers in it: for each line that shaped the event, the values it compared or set. */
import {
  type AppendEntriesRequest,
  log as logs,
  type Message,
  majority,
  matchIndexOf,
  type RequestVoteRequest,
  type RuleId,
  type Server,
} from '../raft/index.ts';
import type { Event } from '../sim/index.ts';

/** A name of the paper and its value; `server` values are ids, to be shown by name. */
export type Filled = readonly [name: string, value: number | null, kind: 'number' | 'server'];

interface Sight {
  readonly before: Server;
  readonly after: Server;
  readonly message: Message | null;
}
type Fill = (sight: Sight) => readonly Filled[];

const number = (name: string, value: number): Filled => [name, value, 'number'];
const server = (name: string, value: number | null): Filled => [name, value, 'server'];

const terms: Fill = ({ before, message }) => [
  ...(message === null ? [] : [number('term', message.term)]),
  number('currentTerm', before.currentTerm),
];
const newTerm: Fill = ({ after }) => [number('currentTerm', after.currentTerm)];
const commit: Fill = ({ before, after }) => [
  number('commitIndex', before.commitIndex),
  number('commitIndex′', after.commitIndex),
];
const crew: Fill = ({ after }) => [
  number('index', after.configurationIndex),
  number('voters', after.configuration.voters.length),
];

const ofAppend =
  (fill: (request: AppendEntriesRequest, sight: Sight) => readonly Filled[]): Fill =>
  (sight) =>
    sight.message?.type === 'AppendEntriesRequest' ? fill(sight.message, sight) : [];
const ofVote =
  (fill: (request: RequestVoteRequest, sight: Sight) => readonly Filled[]): Fill =>
  (sight) =>
    sight.message?.type === 'RequestVoteRequest' ? fill(sight.message, sight) : [];

const votes: Fill = ({ before, after, message }) => {
  const asking = 'votesGranted' in after ? after : before;
  if (!('votesGranted' in asking)) return [];
  // The vote that makes a leader is the one that is not among those it had.
  const last = after.role === 'leader' && message !== null ? [message.from] : [];
  const granted = new Set([...asking.votesGranted, ...last]);
  const { voters, outgoing } = asking.configuration;
  const of = (crew: readonly number[]) => crew.filter((id) => granted.has(id)).length;
  return [
    number('votes', of(voters)),
    number('needed', majority(voters.length)),
    // §6: while both configurations count, each has a majority of its own.
    ...(outgoing === null
      ? []
      : [
          number('votes of C_old', of(outgoing)),
          number('needed of C_old', majority(outgoing.length)),
        ]),
  ];
};

const follower: Fill = ({ after, message }) => {
  if (after.role !== 'leader' || message === null) return [];
  const progress = after.progress[message.from];
  if (progress === null || progress === undefined) return [];
  return [
    server('follower', message.from),
    number('nextIndex', progress.nextIndex),
    number('matchIndex', progress.matchIndex),
  ];
};

/** The first entry that is another than the one sent. Without the rule entries go that conflict with none. */
function conflict(
  { prevLogIndex, entries }: AppendEntriesRequest,
  { before, after }: Sight,
): readonly Filled[] {
  const last = [
    number('had', logs.lastIndex(before.log)),
    number('has', logs.lastIndex(after.log)),
  ];
  const termAt = (place: number) => logs.entryAt(before.log, prevLogIndex + 1 + place)?.term;
  const place = entries.findIndex(({ term }, at) => (termAt(at) ?? term) !== term);
  if (place < 0) return last;
  return [
    number('index', prevLogIndex + 1 + place),
    number('own term there', termAt(place) ?? 0),
    number('new term', entries[place]?.term ?? 0),
    ...last,
  ];
}

const fills: Partial<Record<RuleId, Fill>> = {
  AE1: terms,
  AE2: ofAppend(({ prevLogIndex, prevLogTerm }, { before }) => [
    number('prevLogIndex', prevLogIndex),
    number('prevLogTerm', prevLogTerm),
    number('last index', logs.lastIndex(before.log)),
    number('own term there', logs.termAt(before.log, prevLogIndex)),
  ]),
  AE3: ofAppend(conflict),
  AE4: ofAppend(({ prevLogIndex, entries }) => [
    number('first', prevLogIndex + 1),
    number('last', prevLogIndex + entries.length),
  ]),
  AE5: ofAppend(({ leaderCommit, prevLogIndex, entries }, sight) => [
    number('leaderCommit', leaderCommit),
    number('last new entry', prevLogIndex + entries.length),
    ...commit(sight),
  ]),
  RV1: terms,
  RV2: ofVote(({ candidateId, lastLogIndex, lastLogTerm, term }, { before }) => [
    server('candidateId', candidateId),
    server('votedFor', term > before.currentTerm ? null : before.votedFor),
    number('lastLogTerm', lastLogTerm),
    number('lastLogIndex', lastLogIndex),
    number('own last term', logs.lastTerm(before.log)),
    number('own last index', logs.lastIndex(before.log)),
  ]),
  All1: ({ before, after }) => [
    number('commitIndex', before.commitIndex),
    number('lastApplied', before.lastApplied),
    number('lastApplied′', after.lastApplied),
  ],
  All2: terms,
  Fol2: newTerm,
  Can1: newTerm,
  Can2: votes,
  Can3: newTerm,
  Can4: newTerm,
  Ldr1: newTerm,
  Ldr2: ({ after }) => [
    number('index', logs.lastIndex(after.log)),
    number('term', logs.lastTerm(after.log)),
  ],
  Ldr3: follower,
  Ldr4: ({ before, after }) => {
    if (after.role !== 'leader') return [];
    const index = after.commitIndex;
    const { voters } = after.configuration;
    const held = voters.filter((id) => matchIndexOf(after, id) >= index).length;
    return [
      number('commitIndex', before.commitIndex),
      number('N', index),
      number('log[N].term', logs.termAt(after.log, index)),
      number('currentTerm', after.currentTerm),
      number('held by', held),
      number('needed', majority(voters.length)),
    ];
  },
  PV1: ({ after }) => [number('term asked for', after.currentTerm + 1)],
  PV2: terms,
  IS2: ({ before, message }) =>
    message?.type === 'InstallSnapshotRequest'
      ? [
          number('lastIncludedIndex', message.lastIncludedIndex),
          number('commitIndex', before.commitIndex),
        ]
      : [],
  IS5: ({ after }) => [number('lastIncludedIndex', after.log.snapshotIndex)],
  MC1: crew,
  MC5: crew,
  MC6: crew,
  RD1: ({ after }) => [number('readIndex', after.commitIndex)],
  RD3: ({ after }) => [number('lastApplied', after.lastApplied)],
};

/** The values in `rule` as this event met it; none where the line holds none or the event is of no server. */
export function substituted({ before, after, envelope }: Event, rule: RuleId): readonly Filled[] {
  if (before === null || after === null) return [];
  return fills[rule]?.({ before, after, message: envelope?.message ?? null }) ?? [];
}
