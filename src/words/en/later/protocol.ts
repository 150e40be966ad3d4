/** The options of the protocol and the rules that can be broken: what they are called and what they are for. */

export const protocol = {
  groups: {
    elections: 'Elections: keeping a good leader',
    reads: 'Reads: seeing what was written',
    membership: 'Membership: changing the cluster',
    storage: 'Storage: what survives, and how soon',
  },
  preVote: 'PreVote: ask before standing',
  checkQuorum: 'CheckQuorum: step down without a majority',
  leaderStickiness: 'Pass over candidates while a leader is heard',
  reads: 'GET is served',
  readKinds: {
    log: 'Through the log',
    readIndex: 'After a round of heartbeats',
    lease: 'On a lease',
    local: 'From any server (unsafe)',
  },
  membership: 'Servers join and leave',
  memberships: { joint: 'Through a joint configuration', single: 'One at a time' },
  snapshotEvery: 'Snapshot after',
  snapshotKinds: { never: 'Never by itself', entries: (many: number) => `${many} entries` },
  diskLatency: 'Disk latency',
  sessions: 'A retried command takes effect once',
};

export const brokenRules = {
  legend: 'Break Raft: rules switched off',
  hint: 'Each rule earns its place: switch one off and watch what breaks. The checks go on.',
  none: 'liveness only',
  protects: (property: string) => `protects ${property}`,
  reset: 'All rules on',
  names: {
    'vote.upToDate': 'Vote only for a log at least as up to date',
    'vote.onePerTerm': 'One vote a term',
    'persist.votedFor': 'Keep the vote on disk',
    'persist.currentTerm': 'Keep the term on disk',
    'persist.log': 'Keep the log on disk',
    'commit.currentTerm': 'Count replicas of the current term only',
    'commit.majorityOfAll': 'A majority of all, not of those heard',
    'append.consistencyCheck': 'Compare the term before the entries',
    'append.truncateOnlyOnConflict': 'Truncate only where entries conflict',
    'append.commitBound': 'Commit no further than the last new entry',
    'reply.sameTerm': 'Pass over replies of older terms',
    'term.adoptHigher': 'Adopt a higher term from a request',
    'leader.appendOnly': 'A leader only appends',
    'config.joint': 'Change through a joint configuration',
    'config.ownTermFirst': 'Commit an entry of the own term before a change',
    'snapshot.ignoreOlder': 'Leave older snapshots aside',
    'read.confirmLeadership': 'Confirm leadership before a read',
    'session.deduplicate': 'Execute a retried command once',
    'term.stepDownOnReply': 'Step down on a higher term in a reply',
    'timeout.randomized': 'Draw election timeouts at random',
    'timeout.resetOnlyWhenDue': 'Restart the timer only when it is due',
    'candidate.retry': 'A candidate tries again',
  },
};

export const crew = {
  snapshot: 'Take a snapshot',
  transfer: 'Make it the leader',
  add: 'Add to the cluster',
  remove: 'Remove from the cluster',
  promote: 'Promote to voter',
};
