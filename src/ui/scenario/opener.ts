/** The reader of scenarios and its sentences. */
export const opener = () => import('./open.ts');
