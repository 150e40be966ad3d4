/** Why was a message lost, and what would have brought it there? */
import type { ServerId, VirtualMs } from '../../../base/index.ts';
import type { Command, Condition, Envelope, Event, World } from '../../../sim/index.ts';
import { type Case, cause, say } from '../draft.ts';
import { messageParams } from '../obstacles.ts';
import { type Proposal, patience, type Stage } from '../otherwise.ts';
import { before, eventIn, nameOf, type Scene, worldIn } from '../scene.ts';
import type { Mending } from '../whyParams.ts';

export const lost: Case<Event> = (scene, event) => {
  const { kind, envelope, reason, cause: by } = event;
  if (kind !== 'drop' || envelope === null) return null;
  const params = messageParams(scene, envelope.message);
  return {
    what: say('lost', { ...params, reason: reason ?? 'loss' }),
    rule: null,
    section: '5.5',
    causes: [cause('wasSent', params, envelope.sentBy ?? by)],
    effect: say('wouldArrive', params),
    proposals: arrivals(scene, event),
  };
};

// Whatever lost it had not been so: the link whole, the server up, nobody who drops it.
function arrivals(scene: Scene, event: Event): readonly Proposal[] {
  const { envelope, reason } = event;
  if (envelope === null || envelope.sentBy === null) return [];
  const { from, to } = envelope.message;
  const said = { asker: nameOf(scene, from), servers: [nameOf(scene, to)] };
  if (reason === 'cut' || reason === 'loss') {
    const sent = eventIn(scene, envelope.sentBy);
    // What was sent at the very time of another act, because of it, is not sent where that act has not been done.
    const moments = [before(scene, sent), { seq: sent.seq - 1, time: sent.time }];
    return moments.flatMap((at) => {
      const again = sent.command === null ? [] : [sent.command];
      const mends = mendings(scene, worldIn(scene, at.seq), to);
      return ways[reason]
        .filter((way) => way.every((one) => mends[one].length > 0))
        .map((way) => ({
          said: way.length > 1 ? say('hadWay', { ...said, way }) : say(alone[reason], said),
          at,
          stages: stages(scene, envelope, at.time, [...way.flatMap((one) => mends[one]), ...again]),
        }));
    });
  }
  // Who drops it may do so when it has only just been sent: then it is there at that very time, and not before.
  const at = reason === 'command' ? { seq: event.seq - 1, time: event.time } : before(scene, event);
  const by = (id: 'hadRestarted' | 'hadArrived', command: Command): readonly Proposal[] => [
    { said: say(id, said), at, stages: stages(scene, envelope, envelope.sentAt, [command]) },
  ];
  return reason === 'crashed'
    ? by('hadRestarted', { type: 'restart', server: to })
    : by('hadArrived', { type: 'deliver', message: envelope.id });
}

/** What is to be otherwise, the least first: to a server that does not run a message is lost once more, and by chance. */
const ways: Readonly<Record<'cut' | 'loss', readonly (readonly Mending[])[]>> = {
  loss: [['lossless'], ['lossless', 'up']],
  cut: [['whole'], ['whole', 'up'], ['whole', 'lossless'], ['whole', 'lossless', 'up']],
};
const alone = { cut: 'hadLinkWorked', loss: 'hadNoLoss' } as const;

/** What makes it so; nothing where it is so already. */
const mendings = (
  scene: Scene,
  { conditions }: World,
  server: ServerId,
): Readonly<Record<Mending, readonly Command[]>> => ({
  whole: [{ type: 'heal', links: null }],
  lossless: [lossless(scene)],
  up: rouse[conditions[server] as Condition](server),
});

/** What makes a server run. */
export const rouse: Readonly<Record<Condition, (server: ServerId) => readonly Command[]>> = {
  running: () => [],
  crashed: (server) => [{ type: 'restart', server }],
  paused: (server) => [{ type: 'resume', server }],
};

// Its number tells a message only as long as nothing else is copied that was not: who sent it to whom, and when, does.
function stages(
  scene: Scene,
  { message: { from, to, type, term }, sentAt, copyOf }: Envelope,
  since: VirtualMs,
  commands: readonly Command[],
): readonly Stage[] {
  const isIt = (one: Envelope): boolean =>
    one.message.from === from &&
    one.message.to === to &&
    one.message.type === type &&
    one.message.term === term &&
    one.sentAt >= since &&
    one.sentAt <= sentAt &&
    (one.copyOf === null) === (copyOf === null);
  const until: Stage['until'] = (_world, event) =>
    event?.kind === 'receive' && event.envelope !== null && isIt(event.envelope);
  return [{ commands: () => commands, until, withinMs: patience(scene.world) }];
}

// What each link loses besides is left as it is: nobody can tell which of the two it was.
function lossless({ world: { options, rulesOff } }: Scene): Command {
  const links = Object.fromEntries(
    Object.entries(options.links).map(([link, of]) => [link, { ...of, lossRate: 0 }]),
  );
  return { type: 'options', options: { ...options, lossRate: 0, links }, rulesOff };
}
