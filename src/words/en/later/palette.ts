/** The command palette: every act by its name. */

export const palette = {
  title: 'Find an action',
  placeholder: 'Type what you want to do: crash, heal, next election …',
  none: 'No action is called so. Try a server’s name, or “next”.',
  groups: {
    time: 'Time',
    branches: 'Branches and links',
    diagram: 'Space-time diagram',
    servers: 'Servers',
    network: 'Network',
    page: 'Page',
    server: 'Acts on a server',
    jumps: 'Go to',
    scenarios: 'Scenarios',
  },
  ofServer: (verb: string, name: string) => `${verb} ${name}`,
  language: (ownName: string) => `Language: ${ownName}`,
  nextOf: (what: string) => `Next ${what}`,
  previousOf: (what: string) => `Previous ${what}`,
  marks: {
    elected: 'election',
    commit: 'commit',
    fault: 'fault',
    violation: 'violation',
    client: 'client’s command',
    term: 'term',
  },
};
