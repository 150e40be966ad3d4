/** The command palette: every act by its name. */

export const palette = {
  title: 'Find an action',
  placeholder: 'Type what you want to do: crash, heal, next election …',
  none: 'No action is called so. Try a server’s name, or “next”.',
  events: {
    title: 'Find an event',
    placeholder: 'Type what happened: S3 wins, crashes, grants …',
    none: 'No event is called so.',
  },
  groups: {
    events: 'Events, the latest first',
    time: 'Time',
    lessons: 'Lessons',
    branches: 'Branches and links',
    diagram: 'Space-time diagram',
    servers: 'Servers',
    network: 'Network',
    page: 'Page',
    server: 'Acts on a server',
    links: 'Acts on a link',
    messages: 'Acts on a message in flight',
    jumps: 'From mark to mark',
    scenarios: 'Scenarios',
  },
  select: 'Select',
  /** The verb as its menu says it. */
  ofServer: (verb: string, name: string) => `${name}: ${verb}`,
  ofLink: {
    both: (a: string, b: string) => `Cut ${a}–${b}, both ways`,
    ab: (a: string, b: string) => `Cut ${a}→${b}, one way`,
    ba: (a: string, b: string) => `Cut ${b}→${a}, one way`,
    mend: (a: string, b: string) => `Mend ${a}–${b}`,
    inspect: (a: string, b: string) => `Inspect link ${a}–${b}`,
  },
  ofMessage: {
    deliver: (what: string) => `Deliver ${what} now`,
    hold: (what: string) => `Hold ${what}`,
    release: (what: string) => `Release ${what}`,
    duplicate: (what: string) => `Duplicate ${what}`,
    delay: (what: string) => `Delay ${what} by 10 ms`,
    delayLong: (what: string) => `Delay ${what} by 100 ms`,
    drop: (what: string) => `Drop ${what}`,
    inspect: (what: string) => `Inspect ${what}`,
  },
  language: (ownName: string) => `Language: ${ownName}`,
  more: (many: number) => `${many} more: type more of it.`,
};
