/** When the page has nothing else to do. */

/** A page that plays on a slow machine has no idle moment; then the rest comes all the same, if slowly. */
const longestWaitMs = 250;

/** Not every browser tells when it is idle. */
export const idle = (): Promise<unknown> =>
  new Promise((done) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(done, { timeout: longestWaitMs });
    else setTimeout(done, longestWaitMs / 10);
  });
