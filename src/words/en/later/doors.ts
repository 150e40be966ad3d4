/** The three ways to go on that a newcomer is shown. */
export const doors = {
  label: 'Start',
  heading: 'A Raft cluster is running here. Three ways to go on:',
  close: 'Close these suggestions',
  ways: {
    story: {
      title: 'Watch the story',
      line: 'An election, a majority, a dead leader: what the article told.',
    },
    break: {
      title: 'Break it',
      line: 'Switch a rule off, and see which promise falls.',
    },
    use: {
      title: 'Use it',
      line: 'Ask, crash, cut links, go back in time.',
    },
  },
};
