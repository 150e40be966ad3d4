/** What can be done to a message on its way: one table for its menu, its page, the diagram, the palette and the keys. */
import { type Envelope, inFlight, roundMs, type World } from '../../sim/index.ts';
import { keys, messages as said, words } from '../../words/index.ts';
import type { Lab } from '../hooks/lab.ts';
import type { Verb } from '../stage/verbs.ts';

export const envelopeOf = (world: World, id: number): Envelope | undefined =>
  inFlight(world).find((one) => one.id === id);

/** So much later a message is made to arrive by one press, ms. */
export const delays = { delay: 10, delayLong: 100 } as const;
type DelayVerb = keyof typeof delays;
const delayVerbs = Object.keys(delays) as DelayVerb[];

type PlainVerb = 'deliver' | 'hold' | 'release' | 'duplicate' | 'drop';
export type MessageVerb = PlainVerb | DelayVerb;

export interface VerbOfMessage extends Verb {
  readonly id: MessageVerb;
}

/** The key of each, as it is shown. */
const hints: Readonly<Partial<Record<MessageVerb, string>>> = {
  deliver: keys.names.enter,
  hold: 'Y',
  release: 'Y',
  duplicate: 'U',
  drop: keys.names.delete,
  delay: 'Q',
};

/** Deliver, hold or release, duplicate, delay, drop. */
export function messageVerbs(lab: Lab, envelope: Envelope): readonly VerbOfMessage[] {
  const { id, held } = envelope;
  const verb = (name: MessageVerb, text: string, run: () => void): VerbOfMessage => ({
    id: name,
    text,
    isPossible: true,
    ...(hints[name] === undefined ? {} : { hint: hints[name] }),
    run,
  });
  const act = (type: PlainVerb): VerbOfMessage =>
    verb(type, said.verbs[type], () => lab.session.do({ type, message: id }));
  const later = (name: DelayVerb): VerbOfMessage =>
    verb(name, said.verbs.delay(delays[name]), () => delayBy(lab, envelope, delays[name]));
  return [
    act('deliver'),
    held ? act('release') : act('hold'),
    act('duplicate'),
    ...delayVerbs.map(later),
    act('drop'),
  ];
}

/** What reads of it, and changes nothing: for its menu and the palette. */
export function readingVerbs(
  { view }: Lab,
  message: number,
): readonly (Verb & { readonly id: 'inspect' | 'why' })[] {
  return [
    {
      id: 'inspect',
      text: said.verbs.inspect,
      isPossible: true,
      hint: 'I',
      isApart: true,
      run: () => {
        view.select({ kind: 'message', message });
        view.open('inspector');
      },
    },
    {
      id: 'why',
      text: words.verbs.why,
      isPossible: true,
      hint: 'E',
      run: () => view.ask({ kind: 'message', message }, false),
    },
  ];
}

function delayBy(lab: Lab, { id, at }: Envelope, ms: number): void {
  const { world } = lab.session.store.getState().timeline;
  delayFlight(lab, id, Math.max(at, world.time) + ms);
}

/** Delays what is on its way, and selects it. */
export function delayFlight({ session, view }: Lab, message: number, untilMs: number): void {
  if (session.do({ type: 'delay', message, untilMs: roundMs(untilMs) }))
    view.select({ kind: 'message', message });
}
