/** The lab: its benches, breaking a rule with a prediction, and what is said of it beside the run. */

/** Where one works, in the order of the header. */
export const views = {
  sandbox: 'Sandbox',
  lessons: 'Lessons',
  lab: 'Lab',
};

export const lab = {
  viewsLabel: 'Views',
  title: 'Lab',
  benchesLabel: 'Benches',
  benches: {
    break: 'Break',
    search: 'Search',
    exhaust: 'Exhaust',
    measure: 'Measure',
  },
  intros: {
    break: 'Switch a rule off, say which property fails first, and see.',
    search:
      'Runs many random schedules until one breaks a property, then takes out of it whatever is not needed.',
    exhaust: 'Goes through all schedules of a very small world, the shortest first.',
    measure: 'Runs an experiment a thousand times, and draws how its outcomes spread.',
  },
  rulesLabel: 'Rules',
  allRules: 'All rules',
  /** What rules are about. */
  abouts: {
    votes: 'Votes',
    terms: 'Terms',
    timers: 'Timers',
    log: 'The log',
    commit: 'Commitment',
    disk: 'The disk',
    membership: 'Membership',
    snapshots: 'Snapshots',
    clients: 'Clients',
  },
  /** Of a rule in the list. */
  off: 'off',
  right: 'predicted rightly',
  wrong: 'predicted otherwise',
  facts: {
    without: 'When off',
    protects: 'Protects',
    paper: 'Paper',
    figure: 'Line',
    name: 'In files',
    scenario: 'Scenario',
  },
  protects: (property: string, sentence: string) => `${property}: ${sentence}`,
  progress: 'Progress',
  noLine: 'Figure 2 has no line for it.',
  holds: 'Holds in the run in hand',
  predict: 'Without it, what fails first?',
  predictions: {
    progress: 'Only progress: it stands still',
    nothing: 'Nothing',
  },
  nothingFails: 'All goes on as before.',
  progressFails: 'Nobody is contradicted, and nothing gets done.',
  tell: 'Tell me what it protects',
  predictFirst: 'First say what you expect to fail.',
  show: 'Show me',
  byHand: 'Hunt by hand',
  bySearch: 'Let it be searched',
  seen: (answer: string, found: string) => `You said: ${answer}. The run showed: ${found}.`,
  notice: {
    label: 'Lab',
    right: (answer: string) => `Right: ${answer}.`,
    wrong: (answer: string, found: string) => `You said: ${answer}. What fails first: ${found}.`,
    goal: (rule: string, property: string) => `Your goal, with ${rule} off: break ${property}.`,
    goalProgress: (rule: string) =>
      `Your goal, with ${rule} off: make the cluster stand still. No check sees that; you do.`,
    reached: (property: string) => `Reached: ${property} is broken.`,
    reachedOther: (property: string) => `Broken, though another: ${property}.`,
    back: 'Back to the lab',
    dismiss: 'Dismiss',
  },
  failed:
    'No worker does it: its program could not be fetched, this browser has no workers, or it stopped by an error.',
  cannotOpen: 'It could not be opened. Try again.',
};

/** Why, without the rule, that is what fails first, in the run that shows it. */
export const proofSaid = {
  'vote.upToDate':
    'A server with an empty log wins votes, and so leads without an entry that a majority holds. Only later are two commands applied at one index.',
  'vote.onePerTerm': 'One server votes for both candidates of a term, so both count a majority.',
  'persist.votedFor':
    'The voter crashes, forgets, and votes again in the same term: both majorities count the same server.',
  'persist.currentTerm':
    'The voter comes back in term 0. So the term it has voted in is new to it, and its vote is free again.',
  'persist.log':
    'Half of the majority that committed the entry has lost it in a crash, and no longer refuses a candidate without it.',
  'commit.currentTerm':
    'Figure 8: copies on a majority count, and yet a server whose last term is later wins the election without the entry.',
  'commit.majorityOfAll':
    'Behind the partition a server is a majority of those it hears: it commits alone, and the others elect a leader that never saw the entry.',
  'append.consistencyCheck':
    'The follower appends behind an entry of another term: two logs agree on one entry and differ before it.',
  'append.truncateOnlyOnConflict':
    'A late copy of an old message cuts off an entry that was acknowledged. Those who committed it are no majority any more.',
  'append.commitBound':
    'The follower takes what its log happens to hold there for committed, and applies it, where the leader applied something else.',
  'reply.sameTerm':
    'A vote of the term before arrives late and is counted, though somebody else has won this term.',
  'term.adoptHigher':
    'A follower that stays in its old term goes on serving the old leader, which commits what the leader of the later term lacks.',
  'leader.appendOnly':
    'It is elected and drops its uncommitted tail in the same event: its own log has shrunk.',
  'config.joint':
    'Two of the old three and three of the new five have nobody in common: each group elects a leader in the same term.',
  'config.ownTermFirst':
    'Two leaders each change the cluster by one server, and their majorities have nobody in common: the later leader lacks what was committed.',
  'snapshot.ignoreOlder':
    'The late snapshot replaces log and state machine at once: commitIndex falls before anybody makes use of it.',
  'read.confirmLeadership':
    'The deposed leader answers with the old value after the new one was acknowledged. All logs are right; only clients can tell.',
  'session.deduplicate':
    'The command stands in the log twice and runs twice. All logs agree, so nothing of Figure 3 is broken.',
  'term.stepDownOnReply':
    'Nobody acknowledges the deposed leader, so it commits nothing and contradicts nobody. Its client waits for ever.',
  'timeout.randomized':
    'All stand in the same moment, each votes for itself, nobody wins. Nothing is committed, so nothing is contradicted.',
  'timeout.resetOnlyWhenDue':
    'Requests of a candidate that cannot win restart the timer of the one that could. Nobody leads, and nobody is contradicted.',
  'candidate.retry':
    'After one split vote everybody waits for ever. A cluster that does nothing breaks nothing.',
};
