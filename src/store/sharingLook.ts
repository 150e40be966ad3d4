/** What of the look of the page a link carries: how one looks, not who looks, so the theme stays the reader's. */
import { annalOf, annalsOf, hasAnnal, type Shared, type Timeline } from '../timeline/index.ts';
import type { LensState } from './lens.ts';
import type { Session } from './session.ts';
import { askedFrom, askedLook } from './sharingAsked.ts';
import { placeOfSpeed, speeds } from './speeds.ts';
import { beside, type Diagram, type Panel, type Selection, type View } from './view.ts';

type Look = Shared['look'];

/** Panels that say something of the moment by themselves; an answer goes with its question. */
const panels: ReadonlySet<unknown> = new Set<Panel>([
  'inspector',
  'conditions',
  'rules',
  'branches',
  'figure2',
]);
const diagrams: ReadonlySet<unknown> = new Set<Diagram>(['strip', 'full']);

/** Only what is not as on a page just opened; numbers to a thousandth, of which no eye sees the rest. */
export function lookOf({ store, lens }: View, speed: number): Look {
  const state = store.getState();
  const panel = beside(state);
  const isOpen = diagrams.has(state.diagram);
  return {
    ...(panel !== null && panels.has(panel) ? { panel } : null),
    ...(panel === 'why' && state.asked !== null ? askedLook(state.asked) : null),
    ...picked(state.selection),
    ...(isOpen ? { diagram: state.diagram, ...through(lens.getState()) } : null),
    speed,
  };
}

const picks = {
  server: ({ server }) => ({ server }),
  message: ({ message }) => ({ message }),
  link: ({ a, b }) => ({ link: `${a}-${b}` }),
  event: ({ seq }) => ({ event: seq }),
} satisfies { [Kind in Selection['kind']]: (of: Extract<Selection, { kind: Kind }>) => Look };

const picked = (selection: Selection | null): Look =>
  selection === null ? {} : (picks[selection.kind] as (of: Selection) => Look)(selection);

const through = ({ axis, window }: LensState): Look => ({
  ...(axis === 'logical' ? { axis } : null),
  ...(window === null ? null : { from: thousandth(window.from), to: thousandth(window.to) }),
});

const thousandth = (value: number): number => Math.round(value * 1000) / 1000;

/** Whether an event was pointed at, or something that is told from the whole run was open. */
export const needsAnnals = ({ event, about, panel, diagram }: Look): boolean =>
  event !== undefined || about !== undefined || panel === 'figure2' || diagrams.has(diagram);

/** Looks at a run as it was looked at where the link was made; what makes no sense here is left as it is. */
export function lookAs(session: Session, view: View, look: Look): void {
  const { timeline } = session.store.getState();
  const { panel, diagram, speed } = look;
  const selection = pickedFrom(look, timeline);
  if (selection !== null) view.select(selection);
  if (panels.has(panel)) view.open(panel as Panel);
  const asked = askedFrom(look, timeline);
  if (asked !== null) view.ask(asked.subject, asked.isWhyNot, asked.chosen);
  // Another run was looked at before.
  view.lens.setState(lensFrom(look));
  if (diagrams.has(diagram)) view.showDiagram(diagram as Diagram);
  if (typeof speed === 'number' && speed > 0)
    session.setSpeed(speeds[placeOfSpeed(speed)] as number);
}

function pickedFrom(look: Look, timeline: Timeline): Selection | null {
  const { server, message, link, event } = look;
  const isServer = (id: unknown): id is number =>
    Number.isInteger(id) && timeline.world.servers[Number(id)] !== undefined;
  if (isServer(server)) return { kind: 'server', server };
  if (typeof message === 'number') return { kind: 'message', message };
  if (Number.isInteger(event) && hasAnnal(annalsOf(timeline), Number(event))) {
    const seq = Number(event);
    return { kind: 'event', seq, server: annalOf(annalsOf(timeline), seq).server };
  }
  const [a, b] = String(link ?? '')
    .split('-')
    .map(Number);
  return isServer(a) && isServer(b) && a < b ? { kind: 'link', a, b } : null;
}

function lensFrom({ axis, from, to }: Look): Pick<LensState, 'of' | 'axis' | 'window'> {
  const isWindow = typeof from === 'number' && typeof to === 'number' && from < to;
  return {
    of: null,
    axis: axis === 'logical' ? axis : 'physical',
    window: isWindow ? { from, to } : null,
  };
}
