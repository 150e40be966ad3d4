/** Going to a moment by its number, or from mark to mark. */

export const goTo = {
  title: 'Go to a time or a mark',
  time: {
    label: 'Seconds',
    reached: (end: string) => `The run was followed to ${end}; a later time plays on to it.`,
    outside: (most: string) => `A time is a number of seconds from 0 to ${most}.`,
  },
  /** Where timers stand still, a run is measured by its events. */
  order: {
    label: 'Event',
    reached: (end: string) => `The run was followed to ${end}.`,
    outside: (most: string) => `An event is a whole number from 0 to ${most}.`,
  },
  go: 'Go',
  marks: 'From mark to mark',
  letters: 'A letter goes to the next, with Shift to the previous.',
  kinds: {
    elected: 'Election',
    commit: 'Commit',
    fault: 'Fault',
    violation: 'Violation',
    term: 'Term',
    client: 'Client’s command',
  },
};
