/** Keys that act on the selected message, or say who delivers them. */
import { misses } from '../../words/index.ts';
import type { Lab } from '../hooks/lab.ts';
import { delays, envelopeOf, type MessageVerb, messageVerbs } from '../messages/messageVerbs.ts';
import { names, type Shortcut } from './shortcut.ts';

export const messageKeys: readonly Shortcut[] = [
  {
    id: 'deliver',
    group: 'network',
    heard: ['Enter'],
    shown: [names.enter],
    run: (lab, key) => {
      // Enter alone is pressed for many reasons.
      const isMeant = lab.view.store.getState().selection?.kind === 'message' || key === '';
      if (isMeant) onMessage(lab, ['deliver']);
    },
  },
  {
    id: 'drop',
    group: 'network',
    heard: ['Delete'],
    shown: [names.delete],
    run: (lab) => onMessage(lab, ['drop']),
  },
  {
    id: 'duplicate',
    group: 'network',
    heard: ['u'],
    shown: ['U'],
    run: (lab) => onMessage(lab, ['duplicate']),
  },
  {
    id: 'hold',
    group: 'network',
    heard: ['y'],
    shown: ['Y'],
    run: (lab) => onMessage(lab, ['hold', 'release']),
  },
  {
    id: 'delay',
    group: 'network',
    heard: ['q'],
    shown: ['Q'],
    run: delaySelected,
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

/** The one of these verbs that the selected message has now. */
function onMessage(lab: Lab, ids: readonly MessageVerb[]): void {
  const { selection } = lab.view.store.getState();
  const { world } = lab.session.store.getState().timeline;
  const envelope = selection?.kind === 'message' ? envelopeOf(world, selection.message) : undefined;
  if (envelope === undefined) lab.session.say(misses.noMessage);
  else
    messageVerbs(lab, envelope)
      .find(({ id }) => ids.includes(id))
      ?.run();
}

/** An arrival that is selected in the diagram is made to come later: time goes back to before it. */
function delaySelected(lab: Lab): void {
  const { selection } = lab.view.store.getState();
  if (selection?.kind !== 'event') onMessage(lab, ['delay']);
  else
    void import('../spacetime/events.ts').then(({ delayArrivalBy }) =>
      delayArrivalBy(lab, selection.seq, delays.delay),
    );
}
