/** The rules that can be broken: what each demands, and what it means that it is off. */

export const brokenRules = {
  title: 'Break Raft',
  hint: 'Each rule earns its place: switch one off and watch what breaks. The checks go on.',
  reset: 'All rules on',
  off: (many: number) => `${many} off`,
  without: (sentence: string) => `Off: ${sentence}`,
  /** By the property that a rule protects; `none`: only progress depends on it. */
  protects: {
    ElectionSafety: 'At most one leader in a term.',
    LeaderAppendOnly: 'A leader never overwrites its own log.',
    LogMatching: 'Same index and term: same log up to there.',
    LeaderCompleteness: 'What is committed is in every later leader’s log.',
    StateMachineSafety: 'No two servers apply different commands at an index.',
    MonotonicIndexes: 'commitIndex, lastApplied and matchIndex never fall.',
    OneConfigChange: 'One change of the configuration at a time.',
    Linearizability: 'Clients see one order of all commands.',
    ExactlyOnce: 'A command takes effect once.',
    none: 'Safety holds without these; the cluster may stand still.',
  } as Readonly<Record<string, string>>,
  liveness: 'Progress',
  rules: {
    'vote.upToDate': {
      name: 'Vote only for a log at least as up to date',
      off: 'a candidate gets votes whatever its log lacks.',
    },
    'vote.onePerTerm': {
      name: 'One vote a term',
      off: 'a server votes for everybody who asks.',
    },
    'persist.votedFor': {
      name: 'Keep the vote on disk',
      off: 'a crash makes a server forget for whom it voted.',
    },
    'persist.currentTerm': {
      name: 'Keep the term on disk',
      off: 'a server comes back in term 0, and may vote again.',
    },
    'persist.log': { name: 'Keep the log on disk', off: 'a crash empties the log.' },
    'commit.currentTerm': {
      name: 'Count replicas of the current term only',
      off: 'an entry of an older term is committed by counting, as in Figure 8.',
    },
    'commit.majorityOfAll': {
      name: 'A majority of all, not of those heard',
      off: 'a majority of the servers heard lately is enough.',
    },
    'append.consistencyCheck': {
      name: 'Compare the term before the entries',
      off: 'a follower appends to whatever it has at that index.',
    },
    'append.truncateOnlyOnConflict': {
      name: 'Truncate only where entries conflict',
      off: 'a late message cuts away entries that were acknowledged.',
    },
    'append.commitBound': {
      name: 'Commit no further than the last new entry',
      off: 'a follower takes entries for committed that the leader never sent.',
    },
    'reply.sameTerm': {
      name: 'Pass over replies of older terms',
      off: 'a vote of an older term counts in this one.',
    },
    'term.adoptHigher': {
      name: 'Adopt a higher term from a request',
      off: 'a server answers a later term and stays in its own.',
    },
    'leader.appendOnly': {
      name: 'A leader only appends',
      off: 'a new leader drops what it holds uncommitted.',
    },
    'config.joint': {
      name: 'Change through a joint configuration',
      off: 'the cluster jumps from old to new in one entry, however many come and go.',
    },
    'config.ownTermFirst': {
      name: 'Commit an entry of the own term before a change',
      off: 'two leaders may change the same configuration apart: the bug of 2015.',
    },
    'snapshot.ignoreOlder': {
      name: 'Leave older snapshots aside',
      off: 'a late snapshot takes the state machine back in time.',
    },
    'read.confirmLeadership': {
      name: 'Confirm leadership before a read',
      off: 'a deposed leader answers from what it last knew.',
    },
    'session.deduplicate': {
      name: 'Execute a retried command once',
      off: 'a command whose answer was lost runs again.',
    },
    'term.stepDownOnReply': {
      name: 'Step down on a higher term in a reply',
      off: 'a deposed leader goes on, refused by everybody.',
    },
    'timeout.randomized': {
      name: 'Draw election timeouts at random',
      off: 'all wait equally long, and split the vote again and again.',
    },
    'timeout.resetOnlyWhenDue': {
      name: 'Restart the timer only when it is due',
      off: 'any message restarts it, so a hopeless candidate keeps the others waiting.',
    },
    'candidate.retry': {
      name: 'A candidate tries again',
      off: 'an election without a winner is the last one.',
    },
  },
};
