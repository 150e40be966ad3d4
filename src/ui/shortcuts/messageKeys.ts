/** Keys that act on the selected message, or say who delivers them. */
import { type Envelope, inFlight } from '../../sim/index.ts';
import { misses } from '../../words/index.ts';
import type { Lab } from '../hooks/lab.ts';
import { names, type Shortcut } from './shortcut.ts';

export const messageKeys: readonly Shortcut[] = [
  {
    id: 'deliver',
    group: 'network',
    heard: ['Enter'],
    shown: [names.enter],
    // Enter alone is pressed for many reasons.
    run: (lab) => {
      if (lab.view.store.getState().selection?.kind === 'message') onMessage(lab, () => 'deliver');
    },
  },
  {
    id: 'drop',
    group: 'network',
    heard: ['Delete'],
    shown: [names.delete],
    run: (lab) => onMessage(lab, () => 'drop'),
  },
  {
    id: 'duplicate',
    group: 'network',
    heard: ['u'],
    shown: ['U'],
    run: (lab) => onMessage(lab, () => 'duplicate'),
  },
  {
    id: 'hold',
    group: 'network',
    heard: ['y'],
    shown: ['Y'],
    run: (lab) => onMessage(lab, ({ held }) => (held ? 'release' : 'hold')),
  },
  {
    id: 'director',
    group: 'network',
    heard: ['o'],
    shown: ['O'],
    run: ({ session }) => {
      const { delivery } = session.store.getState().timeline.world;
      session.do({ type: 'delivery', delivery: delivery === 'auto' ? 'manual' : 'auto' });
    },
  },
];

type MessageVerb = 'deliver' | 'drop' | 'duplicate' | 'hold' | 'release';

function onMessage({ session, view }: Lab, verb: (of: Envelope) => MessageVerb): void {
  const { selection } = view.store.getState();
  const { world } = session.store.getState().timeline;
  const id = selection?.kind === 'message' ? selection.message : null;
  const envelope = inFlight(world).find((one) => one.id === id);
  if (envelope === undefined) session.say(misses.noMessage);
  else session.do({ type: verb(envelope), message: envelope.id });
}
