/** The reader of scenarios and its sentences. */
export const opener = () => import('./open.ts');

/** The same for what an address names. */
export const namer = () => import('./named.ts');
