/** What is said where a room looks on. */
export const presenter = {
  leave: 'Leave the presentation',
  blank: 'Nothing is shown',
};
