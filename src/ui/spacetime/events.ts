/** What is done with an event of the diagram: it is selected, gone to, or made to arrive later. */
import { type Envelope, inFlight } from '../../sim/index.ts';
import { annalOf, annalsOf, eventAt, hasAnnal, type Timeline } from '../../timeline/index.ts';
import { type Direction, neighbourOf } from '../../viz/index.ts';
import { misses } from '../../words/index.ts';
import type { Lab } from '../hooks/lab.ts';
import { delayFlight } from '../messages/messageVerbs.ts';
import { reveal } from './lensMoves.ts';

/** The event selected; null: something else is, or nothing. */
export function selectedSeq({ view }: Lab): number | null {
  const { selection } = view.store.getState();
  return selection?.kind === 'event' ? selection.seq : null;
}

/** Selects an event everywhere at once, and brings it into view. */
export function selectEvent(lab: Lab, seq: number): void {
  const { server } = annalOf(annalsOf(lab.session.store.getState().timeline), seq);
  lab.view.select({ kind: 'event', seq, server });
  reveal(lab, seq);
}

/** Goes to just after the event. */
export function goToEvent({ session }: Lab, seq: number): void {
  session.pause();
  session.seekSeq(seq);
}

/** Selects the neighbour of the selected event; with none selected, the one that was spoken of last. */
export function step(lab: Lab, direction: Direction): void {
  const { timeline, narration } = lab.session.store.getState();
  const { world } = timeline;
  const annals = annalsOf(timeline);
  const from = selectedSeq(lab);
  const told = hasAnnal(annals, narration.seq) ? narration.seq : Math.min(world.seq, annals.last);
  const next = from === null ? told : neighbourOf(annals, from, direction);
  if (next !== null && hasAnnal(annals, next)) selectEvent(lab, next);
}

/** Moves an arrival later: time goes back to just before it, and another future begins. */
export function delayArrival(lab: Lab, seq: number, untilMs: number): void {
  const { session } = lab;
  const envelope = eventAt(session.store.getState().timeline, seq)?.envelope ?? null;
  if (envelope === null) return;
  session.pause();
  session.seekSeq(seq - 1);
  delayFlight(lab, envelope.id, untilMs);
}

/** The same, so many ms later than it arrived; nothing where the event is no arrival. */
export function delayArrivalBy(lab: Lab, seq: number, ms: number): void {
  const event = eventAt(lab.session.store.getState().timeline, seq);
  if (event?.kind === 'receive') delayArrival(lab, seq, event.time + ms);
  else lab.session.say(misses.noMessage);
}

/** What is on its way under that number. */
export const flightIn = ({ world }: Timeline, message: number): Envelope | null =>
  inFlight(world).find(({ id }) => id === message) ?? null;
