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
  notALink: 'This link is cut off or mistyped: nothing in it can be played. Ask for it again.',
  laterVersion: 'This link was made by a later version of Quorate. Reload the page to get it.',
  enoughServers: 'There are 101 servers: no more can join this run.',
  notSelected: 'Select a server first: press its number, or click it.',
  noMessage: 'Select a message in flight first: click it, or choose it in the inspector.',
  dismiss: 'Dismiss',
  title: 'Something broke',
  explained:
    'The laboratory met a state it has no rule for. The run that led there is whole: copy it, and it can be played again to the same event.',
  copy: 'Copy this run',
  copied: 'Copied.',
  notCopied: 'The clipboard refused. Select the text below and copy it.',
  restart: 'Start a new run',
  what: (message: string) => `What the program said: ${message}`,
  run: 'The run: seed and commands',
};
