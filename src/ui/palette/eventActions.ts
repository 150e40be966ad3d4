/** The events of the run as acts: each goes to just after it. */
import { annalOf, annalsOf } from '../../timeline/index.ts';
import { words } from '../../words/index.ts';
import type { Lab } from '../hooks/lab.ts';
import { goToEvent } from '../spacetime/events.ts';
import { eventName } from '../spacetime/said.ts';
import type { Action } from './actions.ts';

/** Further back than so many nobody looks by name; each is one more to be looked through at every key. */
const most = 3000;

/** The latest first. */
export function eventActions(lab: Lab): readonly Action[] {
  const { timeline } = lab.session.store.getState();
  const { first, last } = annalsOf(timeline);
  const count = Math.max(0, Math.min(most, last - first + 1));
  return Array.from({ length: count }, (_, back) => {
    const seq = last - back;
    return {
      id: `event ${seq}`,
      group: 'events',
      text: eventName(timeline, seq),
      hint: '',
      note: words.moment(annalOf(annalsOf(timeline), seq).time),
      run: () => goToEvent(lab, seq),
    };
  });
}
