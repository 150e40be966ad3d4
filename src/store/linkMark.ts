/** Where in an address a link stands: behind the sign, so that no server ever sees it. */
export const linkMark = '#r=';

/** Behind a link to the page as it stands in the page of somebody else: the picture, and time. */
export const embedMark = '&embed=1';

/** Behind a link that does not stand still when it is opened. */
export const playMark = '&play=1';

/** Before the address of a lesson. */
export const lessonMark = '#lesson=';
