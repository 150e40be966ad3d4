/** How often a worker tells: often enough to be seen going on, and seldom enough to cost nothing. */
export const tellEveryMs = 150;
