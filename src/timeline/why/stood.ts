/** How a server came to ask for votes: its timer ran out, a majority agreed that it should, or its leader told it to. */
import type { Seq, ServerId } from '../../base/index.ts';
import { type Annal, annalOf } from '../annalsRead.ts';
import { annalsOf } from '../annalsWrite.ts';
import type { Cause } from './answer.ts';
import { cause } from './draft.ts';
import { silenceBefore } from './elections.ts';
import { lastIn, later, nameOf, type Scene } from './scene.ts';

/** The event by which a server last stood for election. */
export const stoodAt = (scene: Scene, id: ServerId, until: Seq = scene.seq): Seq | null =>
  lastIn(scene, { server: id, rule: 'Can1' }, until);

/** The event by which it last began to ask: for votes, or first whether it would get them (Thesis §9.6). */
export const askedAt = (scene: Scene, id: ServerId, until: Seq = scene.seq): Seq | null =>
  later(stoodAt(scene, id, until), lastIn(scene, { server: id, rule: 'PV1' }, until));

/** What made a server ask as it does at `until`, the first thing first. */
export function stoodCauses(scene: Scene, id: ServerId, until: Seq): readonly Cause[] {
  const asked = askedAt(scene, id, until);
  if (asked === null) return [];
  const annal = annalOf(annalsOf(scene.timeline), asked);
  const way = annal.type ?? (annal.has.given ? 'given' : 'silence');
  return way in ways ? ways[way as keyof typeof ways](scene, id, annal) : [];
}

type Way = (scene: Scene, id: ServerId, annal: Annal) => readonly Cause[];

/** By the message that made it ask, or by what made its timer run out. */
const ways = {
  TimeoutNowRequest: (scene, id, { seq, from }) => [
    cause('handedTo', { server: nameOf(scene, id), leader: nameOf(scene, from ?? id) }, seq),
  ],
  PreVoteResponse: (scene, id, { seq }) => [
    ...stoodCauses(scene, id, seq - 1),
    cause('agreedFirst', { server: nameOf(scene, id) }, seq),
  ],
  given: (scene, id, { seq }) => [cause('toldToStand', { server: nameOf(scene, id) }, seq)],
  silence: (scene, id, { seq, role }) => [
    cause(
      role === 'preCandidate' ? 'silentFor' : 'timerRanOut',
      { server: nameOf(scene, id), ms: silenceBefore(scene, id, seq) },
      seq,
    ),
  ],
} satisfies Record<string, Way>;
