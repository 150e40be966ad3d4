/** The edges between parts of the page, by the part that grows and shrinks. */
export const splitters = {
  desk: 'Width of the servers',
  panel: 'Width of the panel',
  diagram: 'Height of the diagram',
};
