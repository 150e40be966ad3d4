/** The properties that are looked at after every event: what each says, and how it stands. */

export const properties = {
  title: 'Properties',
  intro:
    'Looked at after every event, whatever rules are off. The first five are Figure 3 of the paper.',
  holds: 'holds',
  unseen: 'nobody looks',
  brokenAt: (moment: string) => `broken at ${moment}`,
  goThere: (name: string) => `Go to where ${name} broke`,
  says: {
    ElectionSafety: 'At most one leader can be elected in a given term.',
    LeaderAppendOnly: 'A leader never overwrites or deletes entries in its log; it only appends.',
    LogMatching:
      'If two logs hold an entry with the same index and term, they are the same up to that entry.',
    LeaderCompleteness:
      'An entry committed in a term is in the logs of the leaders of all later terms.',
    StateMachineSafety: 'No two servers ever apply different entries at the same index.',
    MonotonicIndexes:
      'commitIndex, lastApplied and what a leader knows to match never fall while a server runs.',
    OneConfigChange: 'A leader begins no change of the configuration before the last is committed.',
    ExactlyOnce: 'A command of a client’s session takes effect once, however often it is sent.',
    Linearizability:
      'What clients are told is explained by one order of their commands that fits real time.',
  } as Readonly<Record<string, string>>,
};
