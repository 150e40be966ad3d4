/**
 * React makes five errors while it is loaded, to throw them some day. For the places that each of them notes a browser
 * reads all of React's text once more: on a slow machine half of what it takes to begin. So until all is loaded errors
 * note no places.
 */
const usual = Error;

const placeless = ([message]: readonly unknown[]): Error =>
  Object.create(usual.prototype, { message: { value: message, configurable: true } });

globalThis.Error = new Proxy(usual, {
  apply: (_error, _self, said) => placeless(said),
  construct: (_error, said) => placeless(said),
});

/** When all is loaded: from now on errors say where they were made. */
export function notePlaces(): void {
  globalThis.Error = usual;
}
