/** The shapes of events that only the diagram knows. */

/** A clock whose time is up: stroked, 11 by 11. */
export const clock = 'M5.5,0A5.5,5.5 0 1 1 -5.5,0A5.5,5.5 0 1 1 5.5,0ZM0,-3V0.4L2.4,2';
