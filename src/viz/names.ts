/** Names of servers, as long as a picture has room for: a file may give any. */

const most = 16;

/** The name, or as much of it as there is room for; what is spoken keeps the whole of it. */
export const fitted = (name: string): string =>
  name.length <= most ? name : `${name.slice(0, most - 1)}…`;
