/** The terms of the protocol, each in one sentence, with the section that defines or uses it. */

/** `Thesis …`: of the dissertation. */
export const glossaryPlaces = {
  term: '5.1',
  server: '5.1',
  leader: '5.1',
  follower: '5.1',
  candidate: '5.1',
  preCandidate: 'Thesis 9.6',
  learner: 'Thesis 4.2.1',
  quorum: '5.1',
  electionTimeout: '5.2',
  heartbeat: '5.2',
  splitVote: '5.2',
  currentTerm: '5.1',
  votedFor: '5.2',
  log: '5.3',
  entry: '5.3',
  index: '5.3',
  commit: '5.3',
  applied: '5.3',
  fence: '5.3',
  commitIndex: '5.3',
  lastApplied: '5.3',
  nextIndex: '5.3',
  matchIndex: '5.3',
  logMatching: '5.3',
  upToDate: '5.4.1',
  stateMachine: '2',
  safety: '5.4',
  liveness: '5.6',
  partition: '5.6',
  noop: '8',
  session: '8',
  linearizability: '8',
  preVote: 'Thesis 9.6',
  checkQuorum: 'Thesis 6.2',
  jointConsensus: '6',
  snapshot: '7',
  readIndex: 'Thesis 6.4',
  lease: 'Thesis 6.4.1',
} as const;

export type GlossaryTerm = keyof typeof glossaryPlaces;

export const glossary = {
  title: 'Glossary',
  intro: 'Terms as the paper uses them, each with the section to read.',
  search: 'Search the terms',
  none: 'No term is called so.',
  about: (term: string) => `What is ${term}?`,
  terms: {
    term: 'term',
    server: 'server',
    leader: 'leader',
    follower: 'follower',
    candidate: 'candidate',
    preCandidate: 'pre-candidate',
    learner: 'learner',
    quorum: 'quorum',
    electionTimeout: 'election timeout',
    heartbeat: 'heartbeat',
    splitVote: 'split vote',
    currentTerm: 'currentTerm',
    votedFor: 'votedFor',
    log: 'log',
    entry: 'entry',
    index: 'index',
    commit: 'commit',
    applied: 'applied',
    fence: 'fence',
    commitIndex: 'commitIndex',
    lastApplied: 'lastApplied',
    nextIndex: 'nextIndex',
    matchIndex: 'matchIndex',
    logMatching: 'log matching',
    upToDate: 'up to date',
    stateMachine: 'state machine',
    safety: 'safety',
    liveness: 'liveness',
    partition: 'partition',
    noop: 'no-op',
    session: 'session',
    linearizability: 'linearizability',
    preVote: 'PreVote',
    checkQuorum: 'CheckQuorum',
    jointConsensus: 'joint consensus',
    snapshot: 'snapshot',
    readIndex: 'ReadIndex',
    lease: 'lease',
  } satisfies Record<GlossaryTerm, string>,
  meanings: {
    term: 'A stretch of time with at most one leader; terms are numbered, and a higher one makes every lower one obsolete.',
    server:
      'One member of the cluster: it keeps a log, votes, and runs a copy of the state machine.',
    leader:
      'The one server of a term that takes commands, appends them and sends them to the others.',
    follower:
      'A server that only answers others, until it hears from no leader for an election timeout.',
    candidate: 'A server that asks the others for their votes in a new term, to become its leader.',
    preCandidate: 'A server that asks who would vote for it before it raises its term and stands.',
    learner: 'A server that receives the log and has no vote, so that it can catch up first.',
    quorum:
      'A majority of those who vote; any two quorums share a server, which is why decisions cannot collide.',
    electionTimeout:
      'How long a follower waits for a leader before it stands, drawn at random for each wait.',
    heartbeat: 'An AppendEntries without entries, by which a leader keeps others from standing.',
    splitVote:
      'An election in which several candidates stand and none gets a majority; a new one follows.',
    currentTerm: 'The latest term a server has seen; kept on disk, and it never falls.',
    votedFor:
      'The candidate that got this server’s vote in its current term; kept on disk, or two could win.',
    log: 'The ordered list of entries a server keeps on disk; all servers’ logs become equal.',
    entry: 'One place in a log: a command and the term of the leader that took it.',
    index: 'The place of an entry in the log, counted from one.',
    commit:
      'An entry is committed once it can no longer be lost: a majority holds one of the leader’s own term.',
    applied: 'An entry is applied once the server’s state machine has executed its command.',
    fence:
      'The line this page draws in each log after the last entry the server knows to be committed.',
    commitIndex: 'The highest index a server knows to be committed; it only rises.',
    lastApplied:
      'The highest index whose command the state machine has executed; it follows commitIndex.',
    nextIndex:
      'For each follower, the index of the next entry the leader will send it: a guess, mended by refusals.',
    matchIndex:
      'For each follower, the highest index known to be equal to the leader’s; only knowledge commits.',
    logMatching: 'Two logs with an entry of the same index and term are equal up to that entry.',
    upToDate:
      'Of two logs that with the later last term is more up to date; of equal terms the longer.',
    stateMachine:
      'What the commands act on, here a key-value store: the same commands in the same order give the same state.',
    safety:
      'Nothing wrong ever happens, whatever messages are lost or servers crash; timing cannot break it.',
    liveness:
      'Something good happens in the end: a leader is elected and commands are answered; this needs timing.',
    partition: 'Links are cut so that the servers fall into groups which cannot reach each other.',
    noop: 'An entry without a command that a new leader appends, to commit what came before it.',
    session:
      'What the state machine remembers of a client, so that a command sent twice takes effect once.',
    linearizability:
      'Every command seems to take effect at one moment between its request and its answer.',
    preVote:
      'Asking whether one could win before raising the term, so that a returning server disturbs nobody.',
    checkQuorum: 'A leader that a majority has not answered for an election timeout steps down.',
    jointConsensus:
      'A change of members in two steps: in between, a majority of the old and one of the new must agree.',
    snapshot: 'The state after some entry, kept in place of the log up to there.',
    readIndex:
      'A read that leaves no entry: the leader notes commitIndex, confirms that it leads, and answers.',
    lease: 'A time in which no other leader can arise, so reads need no round; it trusts clocks.',
  } satisfies Record<GlossaryTerm, string>,
};
