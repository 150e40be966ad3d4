/** Which stream of chance belongs to what; a stream per link and per timer, so that no draw disturbs another. */
import type { ServerId } from '../base/index.ts';

/** A power of two above the most servers of a run: so the numbers of two streams never meet. */
const stride = 128;
const purposes = { latency: 0, loss: 1, duplicate: 2, copyLatency: 3 } as const;

export type Purpose = keyof typeof purposes;

/** The stream from which a link draws for one purpose. */
export const linkStream = (from: ServerId, to: ServerId, purpose: Purpose): number =>
  ((from * stride + to) << 2) | purposes[purpose];

/** The stream from which a server draws its election timeouts. */
export const electionStream = (id: ServerId): number => stride * stride * 4 + id;
