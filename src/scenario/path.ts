/** Where in a file something stands: `steps[3].set`, `options.links.S1-S2`. */

/** The path of a key below `path`; a key that would read as more than one is quoted. */
export function atKey(path: string, key: string): string {
  if (!/^[^\s.[\]"]+$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}

/** The path of an item, counted from 0. */
export const atItem = (path: string, index: number): string => `${path}[${index}]`;
