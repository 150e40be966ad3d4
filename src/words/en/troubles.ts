/** What is said when something cannot be done, and when something broke. */

/** Why a command was refused, by its reason; the server's name where there is one. */
export const refusals = {
  isStopped: (name: string) => `${name} is crashed: restart it first.`,
  isRunning: (name: string) => `${name} is running already.`,
  isPaused: (name: string) => `${name} is paused: resume it first.`,
  isNotPaused: (name: string) => `${name} is not paused.`,
  doesNotLead: (name: string) => `${name} does not lead, and only a leader sends heartbeats.`,
  nobodyLeads: (_name: string) => 'No server that runs leads.',
  nothingPending: () => 'This client waits for nothing.',
  noSuchMessage: () => 'This message has arrived or was lost.',
};

export const troubles = {
  keptRunUnreadable:
    'The run of your last visit could not be read again, so a new one was started.',
  keptRunOther: 'The run of your last visit was made by another version, so a new one was started.',
  enoughServers: 'There are 101 servers: no more can join this run.',
  dismiss: 'Dismiss',
};
