/** What can be done to a message on its way. */
import { type Envelope, inFlight, type World } from '../../sim/index.ts';
import { messages as said } from '../../words/index.ts';
import type { Lab } from '../hooks/lab.ts';
import type { Verb } from '../stage/verbs.ts';

export const envelopeOf = (world: World, id: number): Envelope | undefined =>
  inFlight(world).find((one) => one.id === id);

/** Deliver, hold or release, duplicate, delay, drop; for its menu, its page in the inspector, and the keys. */
export function messageVerbs({ session }: Lab, { id, held }: Envelope): readonly Verb[] {
  const { verbs } = said;
  const act = (
    type: 'deliver' | 'hold' | 'release' | 'duplicate' | 'drop',
    hint: string,
  ): Verb => ({
    id: type,
    text: verbs[type],
    isPossible: true,
    hint,
    run: () => session.do({ type, message: id }),
  });
  return [
    act('deliver', 'Enter'),
    held ? act('release', 'Y') : act('hold', 'Y'),
    act('duplicate', 'U'),
    act('drop', 'Delete'),
  ];
}
