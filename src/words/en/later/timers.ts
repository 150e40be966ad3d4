/** Election timers that run out together, so that nobody gets a majority. */
export const timers = {
  align: 'Align timers',
  spread: 'Spread timers',
  alignHint: 'All election timers run out together: a split vote',
  spreadHint: 'Every election timeout is drawn at random again',
  alone: 'Fewer than two election timers run: there is nothing to align.',
};
