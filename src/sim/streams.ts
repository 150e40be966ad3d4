/** Which stream of chance belongs to what; a stream per link and per timer, so that no draw disturbs another. */
import type { ServerId } from '../base/index.ts';

/** At most this many servers, so that stream numbers never meet. */
const maxServers = 128;
const purposes = { latency: 0, loss: 1, duplicate: 2, copyLatency: 3 } as const;

export type Purpose = keyof typeof purposes;

export const linkStream = (from: ServerId, to: ServerId, purpose: Purpose): number =>
  ((from * maxServers + to) << 2) | purposes[purpose];

export const electionStream = (id: ServerId): number => maxServers * maxServers * 4 + id;
