/** What a reader can set once and for all. */
export const settingsWords = {
  title: 'Settings',
  intro: 'Kept in this browser, and nowhere else.',
  theme: 'Theme',
  themes: { system: 'As the system says', light: 'Light', dark: 'Dark' },
  motion: 'Motion',
  motions: { system: 'As the system says', still: 'Still: nothing travels', moving: 'Moving' },
  verbosity: 'Narration',
  verbosities: {
    low: 'Elections, commits, faults',
    medium: 'What is new',
    high: 'Everything, heartbeats summed up',
  },
  keys: 'Keys',
  keysHint: 'Press a button, then the new key. Escape leaves it as it is.',
  change: (does: string, key: string) => `${does}: ${key}. Change`,
  press: 'Press a key…',
  taken: (key: string, does: string) => `${key} is taken: ${does}.`,
  back: 'All keys as they were',
  welcome: 'Show the three ways to begin again',
};
