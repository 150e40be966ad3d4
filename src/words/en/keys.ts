/** What each key does: the sentences of the help, by the ids of the shortcut table. */

export const keys = {
  or: 'or',
  title: 'Help',
  intro:
    'Select a server, a link or a message, then choose what to do to it. Nothing has to be confirmed: step back, and it is undone.',
  does: {
    play: 'Play or pause',
    next: 'Next event',
    previous: 'Previous event',
    nextLandmark: 'Next important event',
    previousLandmark: 'Previous important event',
    back: 'Back one heartbeat',
    forward: 'Forward one heartbeat',
    slower: 'Slower',
    faster: 'Faster',
    start: 'To the start of the run',
    end: 'To the furthest moment reached',
    select: 'Select server 1 to 9',
    crash: 'Crash or restart the selected server',
    timeout: 'Time out the selected server',
    partition: 'Partition',
    heal: 'Heal all links',
    client: 'Ask as a client',
    inspector: 'Inspector',
    help: 'This help',
    close: 'Close what is open',
  },
  groups: { time: 'Time', servers: 'Servers', network: 'Network', page: 'Page' },
};
