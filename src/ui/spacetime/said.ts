/** The names of events, from the annals alone: nothing is replayed for them. */
import {
  type Annals,
  annalOf,
  annalsOf,
  callsBetween,
  type Timeline,
} from '../../timeline/index.ts';
import { type LaneKey, shivizText } from '../../viz/index.ts';
import { type EventSaid, spacetime } from '../../words/index.ts';

/** `S1 receives RequestVote of term 2 from S3: grants`. */
export function eventName(timeline: Timeline, seq: number): string {
  return spacetime.event(saidOf(timeline, seq));
}

/** The same with when it was. */
export const eventNameAt = (timeline: Timeline, seq: number): string =>
  spacetime.eventAt(annalOf(annalsOf(timeline), seq).time, eventName(timeline, seq));

function saidOf(timeline: Timeline, seq: number): EventSaid {
  const annals = annalsOf(timeline);
  const { names } = timeline.run.setup;
  const { kind, server, from, type, term, role, has } = annalOf(annals, seq);
  const nameOf = (id: number | null): string | null => (id === null ? null : (names[id] ?? null));
  return {
    kind,
    server: nameOf(server),
    from: nameOf(from),
    type,
    term,
    role,
    client: clientIn(annals, seq, names),
    isYes: has.substance,
    hasAppended: has.appended,
    hasCommitted: has.committed,
    hasGranted: has.granted,
    isElected: has.elected,
  };
}

// An answer says more than the asking that led to it.
function clientIn({ calls }: Annals, seq: number, names: readonly string[]): EventSaid['client'] {
  const call = callsBetween(calls, seq, seq).at(-1);
  if (call === undefined) return null;
  const { client: name, what } = call;
  return { name, server: names[call.server] ?? '', what };
}

/** The events from `first` to `last` as ShiViz reads them. */
export function exported(timeline: Timeline, first: number, last: number): string {
  const { names } = timeline.run.setup;
  const laneName = (lane: LaneKey): string =>
    typeof lane === 'number' ? (names[lane] ?? '') : lane;
  return shivizText(annalsOf(timeline), [first, last], laneName, (seq) =>
    eventNameAt(timeline, seq),
  );
}
