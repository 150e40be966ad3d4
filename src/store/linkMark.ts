/** Where in an address a link stands: behind the sign, so that no server ever sees it. */
export const linkMark = '#r=';
