/** What is selected in the diagram: what happened, how it stands to the rest, and what can be done about it. */
import { ArrowDownRight, ArrowLeft, ArrowRight, ArrowUpLeft } from 'lucide';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Envelope, Event } from '../../sim/index.ts';
import {
  type Annals,
  annalsOf,
  eventAt,
  hasAnnal,
  type Timeline,
  tellingOf,
} from '../../timeline/index.ts';
import { coneOf, type Direction, neighbourOf } from '../../viz/index.ts';
import { spacetime as said, tellings, words } from '../../words/index.ts';
import { Icon } from '../controls/Icon.tsx';
import { useLab, useTimeline, useView } from '../hooks/lab.ts';
import { useIsSideways } from '../hooks/useIsSideways.ts';
import { useIsPhone } from '../hooks/useMedia.ts';
import { delays, messageVerbs } from '../messages/messageVerbs.ts';
import { VerbButtons } from '../stage/VerbButtons.tsx';
import { WhyButton } from '../why/WhyButton.tsx';
import { delayArrivalBy, flightIn, goToEvent, step } from './events.ts';
import { laneSelected, orderIn, shiftLane } from './laneOrder.ts';
import { eventName } from './said.ts';

/** The event or the message on its way that is selected; how to go about it where none is. */
export function EventCard() {
  const lab = useLab();
  const timeline = useTimeline();
  const selection = useView(({ selection }) => selection);
  const event = useEvent(timeline, selection?.kind === 'event' ? selection.seq : null);
  const isGone = selection?.kind === 'event' && event === null;
  useEffect(() => {
    if (isGone) lab.view.select(null);
  }, [lab, isGone]);
  const flight = selection?.kind === 'message' ? flightIn(timeline, selection.message) : null;
  return (
    <section className="event-card" aria-label={said.selected}>
      {/* What follows the sentence changes as the run goes on, and is not said again each time. */}
      <p className={event || flight ? 'event-sentence' : 'hint'} aria-live="polite">
        {event && eventText(timeline, event)}
        {flight && flightText(timeline, flight)}
        {!event && !flight && (selection?.kind === 'message' ? said.gone : said.nothing)}
      </p>
      {event && <OfEvent timeline={timeline} event={event} />}
      {flight && (
        <p className="source">
          <WhyButton
            subject={{ kind: 'message', message: flight.id }}
            about={flightText(timeline, flight)}
          />
        </p>
      )}
      {flight && <VerbButtons verbs={messageVerbs(lab, flight)} />}
      <LaneMoves />
    </section>
  );
}

/** Moves the lane of what is selected among the others. */
function LaneMoves() {
  const lab = useLab();
  const isPhone = useIsPhone();
  const isSideways = useIsSideways();
  const selection = useView(({ selection }) => selection);
  useStore(lab.view.lens, ({ lanes }) => lanes);
  const lane = laneSelected(lab);
  if (selection === null || lane === null) return null;
  const names = said.lanes[isPhone && !isSideways ? 'upright' : 'lying'];
  const order = orderIn(lab);
  const place = order.indexOf(lane);
  return (
    <div className="verbs">
      <button type="button" disabled={place === 0} onClick={() => shiftLane(lab, lane, -1)}>
        {names.before}
      </button>
      <button
        type="button"
        disabled={place === order.length - 1}
        onClick={() => shiftLane(lab, lane, 1)}
      >
        {names.after}
      </button>
    </div>
  );
}

interface Found {
  readonly seq: number | null;
  /** Of these annals, after so much of them was forgotten. */
  readonly annals: Annals;
  readonly forgotten: number;
  readonly event: Event | null;
}

/**
 * The event of the run, looked up again only where another future has begun, or another run; null where it did not
 * happen there, be there another one of its number.
 */
function useEvent(timeline: Timeline, seq: number | null): Event | null {
  const annals = annalsOf(timeline);
  const { forgotten } = annals;
  const found = useRef<Found>(null);
  const before = found.current;
  const isAsked = before?.seq === seq;
  if (isAsked && before.forgotten === forgotten && before.annals === annals) return before.event;
  const now = seq === null || !hasAnnal(annals, seq) ? null : eventAt(timeline, seq);
  const event = isAsked && !isSame(before.event, now) ? null : now;
  found.current = { seq, annals, forgotten, event };
  return event;
}

const isSame = (a: Event | null, b: Event | null): boolean =>
  a?.kind === b?.kind && a?.time === b?.time && a?.server === b?.server;

function eventText(timeline: Timeline, event: Event): string {
  const telling = tellingOf(event, timeline.run.setup.names);
  if (telling === null) return eventName(timeline, event.seq);
  return (tellings[telling.id] as (params: object) => string)(telling.params);
}

function flightText({ run }: Timeline, { message, held, at }: Envelope): string {
  const { type, term, from, to } = message;
  const { names } = run.setup;
  const what = said.message(type, term, names[from] ?? '', names[to] ?? '');
  return held ? said.heldFlight(what) : said.flight(what, at);
}

interface OfEventProps {
  readonly timeline: Timeline;
  readonly event: Event;
}

function OfEvent({ timeline, event }: OfEventProps) {
  const lab = useLab();
  const { seq, time, kind } = event;
  const cone = coneOf(annalsOf(timeline), seq);
  const cited = tellingOf(event, timeline.run.setup.names)?.cited ?? null;
  return (
    <>
      <p className="source">
        {cited !== null && <span>{words.citation(cited)} · </span>}
        <time>{words.moment(time)}</time>
        <span> · {words.time.event(seq)}</span>{' '}
        <WhyButton subject={{ kind: 'event', seq }} about={eventName(timeline, seq)} />
      </p>
      {cone !== null && <p className="hint">{said.cone(cone.past, cone.future)}</p>}
      <div className="verbs">
        <button type="button" onClick={() => goToEvent(lab, seq)}>
          {said.go}
        </button>
        <Steps timeline={timeline} seq={seq} />
      </div>
      {kind === 'receive' && <Delays onDelay={(ms) => delayArrivalBy(lab, seq, ms)} />}
    </>
  );
}

const signs = {
  before: ArrowLeft,
  after: ArrowRight,
  sender: ArrowUpLeft,
  receiver: ArrowDownRight,
} as const satisfies Record<Direction, unknown>;

function Steps({ timeline, seq }: { readonly timeline: Timeline; readonly seq: number }) {
  const lab = useLab();
  return (Object.keys(signs) as Direction[]).map((direction) => {
    const sign = signs[direction];
    return (
      <button
        key={direction}
        type="button"
        className="icon"
        aria-label={said.steps[direction]}
        title={said.steps[direction]}
        disabled={neighbourOf(annalsOf(timeline), seq, direction) === null}
        onClick={() => step(lab, direction)}
      >
        <Icon of={sign} size={16} />
      </button>
    );
  });
}

function Delays({ onDelay }: { readonly onDelay: (ms: number) => void }) {
  return (
    <fieldset className="verbs delays">
      <legend>{said.delay}</legend>
      {Object.values(delays).map((ms) => (
        <button key={ms} type="button" aria-label={said.delayLabel(ms)} onClick={() => onDelay(ms)}>
          {said.delayBy(ms)}
        </button>
      ))}
    </fieldset>
  );
}
