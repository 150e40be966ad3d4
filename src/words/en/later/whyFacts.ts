/** What the sentences of answers speak of, and turns of phrase they share. */
import { count } from '../numbers.ts';

export type Who = { server: string };
export type Term = { term: number };
export type Index = { index: number };
export type Led = { leader: string };
export type Voter = { voter: string };
export type Candidate = { candidate: string };
export type Vote = Voter & Candidate & Term;
export type Share = { have: number; of: number };
export type Needs = Share & { needed: number };
export type Ms = { ms: number };
export type Current = { current: number };
export type Sent = { type: string; from: string; to: string };
export type Asking = { client: string; command: string };
export type Pair = Who & { asker: string };
export type LastEntries = Voter & Candidate & Index & Term & { own: number; ownTerm: number };
export type Reached = { asker: string; servers: readonly string[] };

/** Where a log ends: `(4, term 1)`. */
export const last = (index: number, term: number): string =>
  index === 0 ? '(empty)' : `(${index}, term ${term})`;

/** `S1’s AppendEntries to S2`. */
export const message = ({ type, from, to }: Sent): string =>
  `${from}’s ${type.replace(/Request$/, '')} to ${to}`;

export const servers = (many: number): string => count(many, 'server', 'servers');
