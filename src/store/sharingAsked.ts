/** The question that is open, as a link says it: what was pointed at, and which of the questions about it was asked. */
import { annalsOf, hasAnnal, type Shared, type Subject, type Timeline } from '../timeline/index.ts';
import type { Asked } from './view.ts';

type Look = Shared['look'];

/** The parts of a subject after its kind. A name comes last and may hold anything. */
const parts: {
  readonly [Kind in Subject['kind']]: (of: Of<Kind>) => readonly (string | number)[];
} = {
  server: ({ server }) => [server],
  entry: ({ server, index }) => [server, index],
  client: ({ client }) => [client],
  message: ({ message }) => [message],
  event: ({ seq }) => [seq],
  cluster: () => [],
};

/** A subject from its parts; null where the run knows nothing of the kind. */
const subjects: { readonly [Kind in Subject['kind']]: (parts: Parts) => Subject | null } = {
  server: ({ figures: [server], isServer }) =>
    isServer(server) ? { kind: 'server', server } : null,
  entry: ({ figures: [server, index], isServer }) =>
    isServer(server) && Number.isInteger(index)
      ? { kind: 'entry', server, index: Number(index) }
      : null,
  client: ({ text, timeline }) =>
    timeline.world.clients.some(({ id }) => id === text) ? { kind: 'client', client: text } : null,
  message: ({ figures: [message] }) =>
    Number.isInteger(message) ? { kind: 'message', message: Number(message) } : null,
  event: ({ figures: [seq], timeline }) =>
    Number.isInteger(seq) && hasAnnal(annalsOf(timeline), Number(seq))
      ? { kind: 'event', seq: Number(seq) }
      : null,
  cluster: () => ({ kind: 'cluster' }),
};

type Of<Kind extends Subject['kind']> = Extract<Subject, { kind: Kind }>;

interface Parts {
  readonly text: string;
  readonly figures: readonly number[];
  readonly timeline: Timeline;
  readonly isServer: (id: number | undefined) => id is number;
}

/** Why, or why not, where none of several questions was chosen. */
const [so, notSo] = ['so', 'not'];

/** What a link says of the question that is open. */
export function askedLook({ subject, isWhyNot, chosen }: Asked): Look {
  const of = (parts[subject.kind] as (of: Subject) => readonly (string | number)[])(subject);
  const why = chosen ?? (isWhyNot ? notSo : so);
  return { about: [subject.kind, ...of].join('.'), why: why as string };
}

/** The question a link says is open; null where it asks nothing that this run has an answer to. */
export function askedFrom(
  { about, why }: Look,
  timeline: Timeline,
): Pick<Asked, 'subject' | 'isWhyNot' | 'chosen'> | null {
  if (typeof about !== 'string' || typeof why !== 'string') return null;
  const [kind = '', ...rest] = about.split('.');
  if (!Object.hasOwn(subjects, kind)) return null;
  const isServer = (id: number | undefined): id is number =>
    Number.isInteger(id) && timeline.world.servers[id as number] !== undefined;
  const subject = subjects[kind as Subject['kind']]({
    text: rest.join('.'),
    figures: rest.map(Number),
    timeline,
    isServer,
  });
  if (subject === null) return null;
  return { subject, isWhyNot: why === notSo, chosen: why === so || why === notSo ? null : why };
}
