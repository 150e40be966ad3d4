/** Where in an address a link stands: behind the sign, so that no server ever sees it. */
export const linkMark = '#r=';

/** Behind a link that does not stand still when it is opened. */
export const playMark = '&play=1';

/** Before the address of a lesson. */
export const lessonMark = '#lesson=';
