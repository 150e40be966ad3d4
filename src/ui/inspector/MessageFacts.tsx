/** One message on its way, with all its fields. */
import type { Machine } from '../../kv/index.ts';
import type { Configuration, Entry, Message } from '../../raft/index.ts';
import { type Envelope, inFlight } from '../../sim/index.ts';
import { inspector, words } from '../../words/index.ts';
import { storeText } from '../clients/StoreLine.tsx';
import { useLab, useTimeline } from '../hooks/lab.ts';
import { configurationText } from '../logs/configuration.ts';
import { commandOf } from '../logs/LogCell.tsx';
import { messageVerbs } from '../messages/messageVerbs.ts';
import { VerbButtons } from '../stage/VerbButtons.tsx';
import { WhyButton } from '../why/WhyButton.tsx';
import { type Fact, FactList } from './FactList.tsx';

const said = inspector.message;

/** Its fields in the spelling of the paper, and what the bus knows of it. */
export function MessageFacts({ id }: { readonly id: number }) {
  const lab = useLab();
  const { world, run } = useTimeline();
  const envelope = inFlight(world).find((one) => one.id === id);
  if (envelope === undefined) return <p className="hint">{said.gone}</p>;
  const { message } = envelope;
  return (
    <section>
      <h3>
        {nameOf(message)}{' '}
        <WhyButton subject={{ kind: 'message', message: id }} about={nameOf(message)} />
      </h3>
      <VerbButtons verbs={messageVerbs(lab, envelope)} />
      <FactList title={said.fields} facts={fieldsOf(message, run.setup.names)} />
      <FactList title={said.title(id)} facts={busFacts(envelope)} />
    </section>
  );
}

const nameOf = (message: Message): string =>
  message.type === 'AppendEntriesRequest' && message.entries.length === 0
    ? said.heartbeatName
    : message.type;

const serverFields = new Set(['from', 'to', 'candidateId', 'leaderId']);

function fieldsOf({ type, ...fields }: Message, names: readonly string[]): readonly Fact[] {
  return Object.entries(fields).map(([name, value]): Fact => {
    if (serverFields.has(name)) return [name, names[value as number] ?? ''];
    if (name === 'entries') return [name, entriesText(value as readonly Entry[])];
    if (name === 'configuration') return [name, configurationText(names, value as Configuration)];
    if (name === 'data') return [name, storeText(value as Machine)];
    if (typeof value === 'boolean') return [name, value ? inspector.yes : inspector.no];
    return [name, value as number];
  });
}

const entriesText = (entries: readonly Entry[]): string =>
  entries.length === 0
    ? said.heartbeat
    : entries.map(({ term, payload }) => `${commandOf(payload)} (${term})`).join(', ');

function busFacts({ sentAt, at, held, copyOf, inReplyTo }: Envelope): readonly Fact[] {
  const facts: (Fact | null)[] = [
    [said.sentAt, words.moment(sentAt)],
    [said.arrivesAt, held ? said.held : words.moment(at)],
    copyOf === null ? null : [said.copyOf, said.title(copyOf)],
    inReplyTo === null ? null : [said.inReplyTo, said.title(inReplyTo)],
  ];
  return facts.filter((fact) => fact !== null);
}
