/** Questions that a run raises by itself: each at something that is not as one might think. */
type Who = { server: string };

export const wonders = {
  label: 'A question this run raises',
  dismiss: 'Not now',
  ask: {
    olderTerm: () => 'On a majority, yet not committed: why?',
    longerRefused: ({ server }: Who) => `The longer log asked ${server}, and was refused: why?`,
    doneUnanswered: () => 'Executed, yet its client has heard nothing: why?',
    readWaits: ({ server }: Who) => `${server} has a value, yet does not answer the read: why?`,
    removedLeads: ({ server }: Who) => `${server} is removed, yet it leads: why?`,
    unsureLeader: ({ server }: Who) => `${server} leads, yet does not know what is committed: why?`,
    unheardCommit: ({ server }: Who) => `Committed, yet ${server} does not know it: why?`,
    keptAfterAll: () => 'An entry of a leader that fell was kept: why?',
    extraEntries: ({ server }: Who) => `${server} hears its leader, yet keeps more than it: why?`,
    forgotten: ({ server }: Who) => `${server} is back and knows of nothing committed: why?`,
    halfOfThem: () => 'Half of the servers have it, yet it is not committed: why?',
    allThatRun: () => 'On every server that runs, yet not committed: why?',
    aloneAndUntold: ({ server }: Who) => `${server} took a command that it cannot commit: why?`,
    twoLeaders: ({ server }: Who) => `Two leaders at once: why does ${server} still lead?`,
  },
  setting: 'Ask when the run shows something surprising',
  settingHint: 'One line below the sentence, each question once a run.',
};
