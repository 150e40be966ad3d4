/** Going to a moment by its number. */

export const goTo = {
  title: 'Go to a time',
  seconds: 'Seconds',
  reached: (end: string) => `The run was followed to ${end}; a later time plays on to it.`,
  outside: (most: string) => `A time is a number of seconds from 0 to ${most}.`,
  go: 'Go',
};
