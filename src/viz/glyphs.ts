/** The small shapes, each as an SVG path around a middle at 0,0, drawn wherever its meaning is drawn. */

/** Filled, 24 by 16. */
export const crown = 'M-12,8L-12,-6L-5.5,0.5L0,-8L5.5,0.5L12,-6L12,8Z';
/** Stroked, 12 by 12. */
export const cross = 'M-6,-6L6,6M-6,6L6,-6';
/** Stroked, 8 by 12. */
export const bars = 'M-4,-6V6M4,-6V6';
/** Filled: goes on. */
export const play = 'M-5,-7L7,0L-5,7Z';
/** Stroked, 10 by 8. */
export const tick = 'M-5,0.4L-1.6,3.8L5,-3.6';
/** Stroked, 8 by 8. */
export const refusal = 'M-4,-4L4,4M-4,4L4,-4';
/** A question mark: stroked, with its point a short line. */
export const question = 'M-4.4,-4.6A4.4,4.4 0 1 1 2.4,-0.9C0.6,0.2 0,1 0,3.2M0,7.6V7.9';
/** Stroked: learns, and has no vote. */
export const letterL = 'M-3.5,-7V7H4.5';
/** Filled: messages point along +x. */
export const triangle = 'M11,0L-7,8L-7,-8Z';
export const square = 'M-7,-7H7V7H-7Z';
/** Stroked: a circle that is open, with an arrow head at its end. */
export const turnedBack = 'M3.8,-4.6A6,6 0 1 0 6,0M4.6,-8.4L3.8,-4.4L7.9,-3.7';
/** Stroked: a line with a gap, struck through. */
export const brokenLine = 'M-8,0H-3.5M3.5,0H8M-2,5L2,-5';
/** Stroked: a line that is whole again. */
export const wholeLine = 'M-8,0H8M-3,-4V4M3,-4V4';
/** Filled and stroked: a disc with `≠` in it. */
export const unlike =
  'M10,0A10,10 0 1 1 -10,0A10,10 0 1 1 10,0M-4.5,-2.2H4.5M-4.5,2.2H4.5M2.6,-5.6L-2.6,5.6';
/** Filled: what a client asks comes in. */
export const incoming = 'M-3.5,-6H3.5V0H7L0,7L-7,0H-3.5Z';
/** Filled: a property is broken. */
export const warning = 'M0,-8L8.5,7H-8.5Z';
/** Filled: a flag on its pole. */
export const flag = 'M-5,9V-8H6L3,-4.5L6,-1H-3V9Z';
/** Stroked: two sliders. */
export const sliders = 'M-7,-3H7M-7,4H7M-2,-6V0M3,1V7';

/** A circle of this radius, begun on top and run counter-clockwise, so that a dash from its start ends clockwise. */
export const ringPath = (radius: number): string =>
  `M0,${-radius}A${radius},${radius} 0 1 0 0,${radius}A${radius},${radius} 0 1 0 0,${-radius}Z`;

/** A hexagon with corners at this distance, run the same way. */
export const hexagonPath = (radius: number): string => {
  const [wide, half] = [radius * 0.866, radius / 2];
  return `M0,${-radius}L${-wide},${-half}L${-wide},${half}L0,${radius}L${wide},${half}L${wide},${-half}Z`;
};
/** Filled, 16 by 18: a drum, standing for a store sent whole. */
export const cylinder = 'M-8,-6A8,3 0 1 1 8,-6V6A8,3 0 1 1 -8,6ZM-8,-6A8,3 0 1 0 8,-6';
/** Filled, 18 by 18. */
export const diamond = 'M-9,0L0,-9L9,0L0,9Z';
