/**
 * React makes five errors while it loads, to throw later. For the stack trace of each the browser goes through the whole
 * text of React: on a slow machine that is half the time it takes to start. So until everything is loaded, errors
 * record no stack trace.
 */
const usual = Error;

const placeless = ([message]: readonly unknown[]): Error =>
  Object.create(usual.prototype, { message: { value: message, configurable: true } });

globalThis.Error = new Proxy(usual, {
  apply: (_error, _self, said) => placeless(said),
  construct: (_error, said) => placeless(said),
});

/** When everything is loaded: from now on errors record where they were made. */
export function notePlaces(): void {
  globalThis.Error = usual;
}
