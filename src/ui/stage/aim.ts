/** Aiming at two servers, whose link is then cut or mended, or at a group that is to be parted from the rest. */
import { createStore } from 'zustand/vanilla';
import type { MessageId, ServerId } from '../../base/index.ts';
import { bothWays, isCut } from '../../sim/index.ts';
import { momentOf } from '../../timeline/index.ts';
import { stage as said } from '../../words/index.ts';
import type { Lab } from '../hooks/lab.ts';
import { delayFlight, envelopeOf } from '../messages/messageVerbs.ts';

interface Aim {
  /** Whether two servers are being picked; the first of them, once it is. */
  readonly isPicking: boolean;
  readonly first: ServerId | null;
  /** Drawn around last: where the partition begins from; null: from nothing. */
  readonly group: readonly ServerId[] | null;
}

const nothing: Aim = { isPicking: false, first: null, group: null };

export const aim = createStore<Aim>()(() => nothing);

/** Begins to pick two servers, or ends it. */
export const togglePicking = (): void =>
  aim.setState(({ isPicking }) => ({ ...nothing, isPicking: !isPicking }));

/** Gives up what was aimed at. */
export const aimAtNothing = (): void => aim.setState(nothing);

/** One more server was picked. */
export function pick(lab: Lab, server: ServerId): void {
  const { first } = aim.getState();
  if (first === null) aim.setState({ first: server });
  else if (first !== server) {
    aim.setState(nothing);
    turnLink(lab, first, server);
  }
}

/** Cuts the link between two servers, or mends it where something of it is cut. */
export function turnLink({ session, view }: Lab, a: ServerId, b: ServerId): void {
  const { world } = session.store.getState().timeline;
  const links = bothWays(a, b);
  const type = isCut(world, a, b) || isCut(world, b, a) ? 'heal' : 'cut';
  view.select({ kind: 'link', a: Math.min(a, b), b: Math.max(a, b) });
  session.do({ type, links });
}

/** Has a message arrive when it must for it to be at that share of its way by now. */
function delayTo(lab: Lab, message: MessageId, share: number): void {
  const { timeline } = lab.session.store.getState();
  const envelope = envelopeOf(timeline.world, message);
  if (envelope === undefined) return;
  const { sentAt } = envelope;
  delayFlight(lab, message, sentAt + (momentOf(timeline).time - sentAt) / share);
}

/** What drags on the stage mean. */
export const handsOf = (lab: Lab) => ({
  onPair: (a: ServerId, b: ServerId) => turnLink(lab, a, b),
  onArrive: (message: MessageId) => lab.session.do({ type: 'deliver', message }),
  onLater: (message: MessageId, share: number) => delayTo(lab, message, share),
  onTimeout: (server: ServerId) => lab.session.do({ type: 'timeout', server }),
  onGroup: (group: readonly ServerId[]) => {
    aim.setState({ ...nothing, group });
    lab.view.open('partition');
  },
});

/** While two servers are being picked, a press on one picks it, and a line says what is awaited. */
export function heedAim(svg: SVGSVGElement, lab: Lab): () => void {
  const listening = new AbortController();
  const options = { signal: listening.signal, capture: true };
  const hint = document.createElement('p');
  hint.className = 'stage-hint';
  hint.setAttribute('role', 'status');
  svg.after(hint);
  const say = ({ isPicking, first }: Aim): void => {
    const { names } = lab.session.store.getState().timeline.run.setup;
    hint.textContent = !isPicking
      ? ''
      : first === null
        ? said.pickTwo
        : said.pickOther(names[first] ?? '');
    svg.classList.toggle('is-picking', isPicking);
  };
  const unsay = aim.subscribe(say);
  const press = (event: Event): void => {
    if (!aim.getState().isPicking) return;
    const mark = event.target instanceof Element ? event.target.closest('[data-server]') : null;
    if (mark === null) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    pick(lab, Number(mark.getAttribute('data-server')));
  };
  svg.addEventListener('click', press, options);
  const page = svg.ownerDocument;
  page.addEventListener(
    'keydown',
    (event) => {
      if (!aim.getState().isPicking) return;
      if (event.key === 'Enter' || event.key === ' ') press(event);
      if (event.key !== 'Escape') return;
      aim.setState(nothing);
      event.stopPropagation();
    },
    options,
  );
  return () => {
    listening.abort();
    unsay();
    hint.remove();
  };
}
