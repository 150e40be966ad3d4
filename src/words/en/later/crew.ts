/** Coming, going and leading: the verbs of a member, and what stands in the way. */

export const crew = {
  snapshot: 'Take a snapshot',
  through: (index: number) => `through entry ${index}`,
  nothingNew: 'nothing applied since the last',
  transfer: 'Make it the leader',
  add: 'Add as a voter',
  addLearner: 'Add as a learner',
  remove: 'Remove from the cluster',
  promote: 'Promote to a voter',
  newcomer: {
    add: (name: string) => `Add ${name}`,
    addLearner: (name: string) => `Add ${name} as a learner`,
  },
  nobodyLeads: 'nobody leads, so nobody could change it',
  pending: (index: number) => `a change is under way: entry ${index}`,
  handingOver: (name: string) => `${name} is handing leadership over`,
  hasNoVote: (name: string) => `${name} has no vote, so it cannot lead.`,
  leadsAlready: (name: string) => `${name} leads already.`,
  isOutside: (name: string) => `${name} is not in the configuration: there is nothing to remove.`,
  restartWithout: {
    votedFor: 'Restart without its vote',
    currentTerm: 'Restart without its term',
    log: 'Restart without its log',
    all: 'Restart with an empty disk',
  },
  keys: { add: 'N', remove: '⇧N', transfer: '⇧L', restartLosing: '⇧X' },
};
