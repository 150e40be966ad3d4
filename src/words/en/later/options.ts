/** The options of a run: what each is called, what it does, and where to read about it. */

export interface FieldSaid {
  readonly label: string;
  readonly hint: string;
  /** Section of the paper, or of the dissertation. */
  readonly section: string;
}

/** The groups, by what their options are for. */
export const optionGroups = {
  elections: { name: 'Elections', purpose: 'who leads, and how soon a lost leader is missed' },
  replication: { name: 'Replication', purpose: 'how logs become equal' },
  reads: { name: 'Reads', purpose: 'that a GET shows what was written' },
  clients: { name: 'Clients', purpose: 'that a command takes effect once' },
  membership: { name: 'Membership', purpose: 'how servers come and go' },
  storage: { name: 'Storage', purpose: 'what survives a crash, and how long a log gets' },
  network: { name: 'Network', purpose: 'how long messages take, and which are lost' },
  clocks: { name: 'Clocks', purpose: 'how fast each server’s own time runs' },
};

export const optionFields = {
  heartbeat: {
    label: 'Heartbeat interval',
    hint: 'A leader speaks at least this often, so that nobody stands against it.',
    section: '§5.2',
  },
  electionMin: {
    label: 'Election timeout minimum',
    hint: 'A server that hears nothing for as long as it has drawn stands for election.',
    section: '§5.2',
  },
  electionMax: {
    label: 'Election timeout maximum',
    hint: 'The wider the range, the rarer two stand at once.',
    section: '§9.3',
  },
  preVote: {
    label: 'PreVote: ask before standing',
    hint: 'Whoever returns from isolation does not depose a leader it could not replace.',
    section: 'Diss. §9.6',
  },
  checkQuorum: {
    label: 'CheckQuorum: step down without a majority',
    hint: 'A leader that hears no majority for an election timeout no longer leads.',
    section: 'Diss. §6.2',
  },
  leaderStickiness: {
    label: 'Pass over candidates while a leader is heard',
    hint: 'A removed server cannot disturb those that go on.',
    section: '§6',
  },
  noop: {
    label: 'A new leader appends a no-op',
    hint: 'It commits an entry of its own term at once, and with it all before.',
    section: '§8',
  },
  backtracking: {
    label: 'Backtracking',
    hint: 'How a leader finds where a follower’s log agrees with its own.',
    section: '§5.3',
  },
  retryRejectedAtOnce: {
    label: 'Retry a refused request at once',
    hint: 'Otherwise only at the next heartbeat.',
    section: '§5.3',
  },
  maxEntries: {
    label: 'Entries in one request',
    hint: 'At most so many travel in one AppendEntries.',
    section: '§5.3',
  },
  reads: {
    label: 'GET is served',
    hint: 'A leader must not answer from its store before it knows that it still leads.',
    section: 'Diss. §6.4',
  },
  sessions: {
    label: 'A retried command takes effect once',
    hint: 'The state machine remembers the last answer to each client.',
    section: '§8',
  },
  clientTimeout: {
    label: 'Client timeout',
    hint: 'Unanswered for so long, a client asks again.',
    section: '§8',
  },
  clientLatency: {
    label: 'Client latency',
    hint: 'One way between a client and a server.',
    section: '§8',
  },
  membership: {
    label: 'Servers join and leave',
    hint: 'Two majorities of different clusters must never decide apart.',
    section: '§6, Diss. §4.1',
  },
  snapshotEvery: {
    label: 'Snapshot after',
    hint: 'What is applied is kept as a state instead of a log.',
    section: '§7',
  },
  diskLatency: {
    label: 'Disk latency',
    hint: 'What is written counts only once it is durable; a crash before loses it.',
    section: 'Diss. §10.2.1',
  },
  latencyMin: {
    label: 'Latency minimum',
    hint: 'One way, drawn for each message.',
    section: '§9.3',
  },
  latencyMax: {
    label: 'Latency maximum',
    hint: 'Safety never depends on it; progress does.',
    section: '§5.6',
  },
  loss: { label: 'Message loss', hint: 'A lost request is sent again.', section: '§5.5' },
  duplication: {
    label: 'Message duplication',
    hint: 'Every request may safely arrive twice.',
    section: '§5.5',
  },
} as const satisfies Record<string, FieldSaid>;

export const optionChoices = {
  backtracking: {
    decrement: 'One entry at a time',
    binarySearch: 'Binary search',
    conflictTerm: 'Conflicting term',
  },
  reads: {
    log: 'Through the log',
    readIndex: 'After a round of heartbeats',
    lease: 'On a lease',
    local: 'From any server (unsafe)',
  },
  membership: { joint: 'Through a joint configuration', single: 'One at a time' },
  snapshotEvery: { never: 'Never by itself', entries: (many: number) => `${many} entries` },
};

export const profileWords = {
  label: 'Profile',
  names: {
    paper: 'The paper',
    seed: 'The article: seconds',
    production: 'Production',
    own: 'Own values',
  },
  hint: {
    paper: 'Figure 2 and no more, with the times of §9.3.',
    seed: 'The paper a hundred times slower, to follow by eye.',
    production: 'No-op, PreVote, CheckQuorum, reads by rounds, fast backtracking.',
    own: 'A mixture of its own.',
  },
};

export const clockWords = {
  of: (name: string) => `Clock of ${name}`,
  rate: (rate: number) => `${rate}×`,
  hint: 'Leases trust clocks; nothing else in Raft does. Diss. §6.4.1',
};
