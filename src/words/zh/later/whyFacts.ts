/** Turns of phrase that the sentences of answers share. */
import type * as english from '../../en/later/whyFacts.ts';

/** Where a log ends: `（4，任期 1）`. */
export const last: typeof english.last = (index, term) =>
  index === 0 ? '（空）' : `（${index}，任期 ${term}）`;

/** `S1 发给 S2 的 AppendEntries`. */
export const message: typeof english.message = ({ type, from, to }) =>
  `${from} 发给 ${to} 的 ${type.replace('Request', '')}`;

export const servers: typeof english.servers = (many) => `${many} 台服务器`;
