/** What can be done to a message on its way, and who delivers messages at all. */

export const messages = {
  menu: (from: string, to: string) => `Message from ${from} to ${to}: what to do`,
  verbs: {
    deliver: 'Deliver now',
    hold: 'Hold',
    release: 'Release',
    duplicate: 'Duplicate',
    drop: 'Drop',
    inspect: 'Inspect',
    delay: (ms: number) => `Delay by ${ms} ms`,
  },
  director: 'I deliver every message',
  directorHint: 'Messages wait until you deliver them; timers go on.',
  deliverNext: 'Deliver the oldest',
  none: 'Select a message first: click it, or choose it in the inspector.',
};
