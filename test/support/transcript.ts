/** A run as a person reads it: one line an event, with what is said of it, the rules it obeyed and what it sent. */
import type { Message } from '../../src/raft/index.ts';
import type { Event } from '../../src/sim/index.ts';
import { type Telling, tellingOf } from '../../src/timeline/index.ts';
import { tellings } from '../../src/words/index.ts';

/** What is said of an event; empty where nothing is. */
export function sentenceOf(event: Event, names: readonly string[]): string {
  const telling = tellingOf(event, names);
  return telling === null ? '' : wordsOf(telling);
}

function wordsOf({ id, params }: Telling): string {
  return (tellings[id] as (params: Telling['params']) => string)(params);
}

/** The whole transcript, under a title. */
export function transcriptOf(
  title: string,
  events: readonly Event[],
  names: readonly string[],
): string {
  return `${[title, '', ...events.map((event) => lineOf(event, names))].join('\n')}\n`;
}

function lineOf(event: Event, names: readonly string[]): string {
  const { time, server, kind, rules } = event;
  const who = server === null ? '-' : (names[server] ?? '?');
  const sentence = sentenceOf(event, names) || `(${kind})`;
  const obeyed = rules.ids.length === 0 ? '' : ` [${rules.ids.join(' ')}]`;
  const start = `${time.toFixed(3).padStart(9)}  ${who.padEnd(3)} `;
  return `${start}${sentence}${obeyed}${sentBy(event, names)}`;
}

/** What it sent, equal messages together: ` → S2 S3: AppendEntriesRequest …`. */
function sentBy({ sent }: Event, names: readonly string[]): string {
  const byText = new Map<string, string[]>();
  for (const { message } of sent) {
    const text = textOf(message);
    byText.set(text, [...(byText.get(text) ?? []), names[message.to] ?? '?']);
  }
  return [...byText].map(([text, to]) => ` → ${to.join(' ')}: ${text}`).join('');
}

function textOf(message: Message): string {
  const { type, term } = message;
  switch (type) {
    case 'RequestVoteRequest':
    case 'PreVoteRequest':
      return `${type} term ${term}, log ends at ${at(message.lastLogIndex, message.lastLogTerm)}`;
    case 'RequestVoteResponse':
    case 'PreVoteResponse':
      return `${type} term ${term}, ${message.voteGranted ? 'granted' : 'refused'}`;
    case 'AppendEntriesRequest': {
      const { prevLogIndex, prevLogTerm, entries, leaderCommit } = message;
      const carried = entries.length === 0 ? 'nothing' : entries.map((one) => one.term).join(' ');
      const prev = at(prevLogIndex, prevLogTerm);
      return `${type} term ${term}, after ${prev}: ${carried}, commit ${leaderCommit}`;
    }
    case 'AppendEntriesResponse':
      return message.success
        ? `${type} term ${term}, matches to ${message.matchIndex}`
        : `${type} term ${term}, refused ${message.prevLogIndex}`;
    case 'InstallSnapshotRequest':
      return `${type} term ${term}, through ${at(message.lastIncludedIndex, message.lastIncludedTerm)}`;
    case 'InstallSnapshotResponse':
      return `${type} term ${term}, through ${message.lastIncludedIndex}`;
    case 'TimeoutNowRequest':
      return `${type} term ${term}`;
  }
}

/** An index with the term of its entry: `7.2` is index 7 of term 2. */
const at = (index: number, term: number): string => `${index}.${term}`;
