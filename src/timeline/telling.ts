/** From an event to what is to be said about it: ids and facts, no words. One event, at most one sentence. */
import type { ServerId } from '../base/index.ts';
import { log as logs, type Message, type RuleId, type Server } from '../raft/index.ts';
import type { ClientNews, Event } from '../sim/index.ts';
import { citedLine } from './cited.ts';
import { answerNotation, commandAt, notation } from './notation.ts';
import { votesOf } from './tellCrew.ts';
import { tellDuty } from './tellDuty.ts';
import type { TellingId, TellingParams } from './tellingParams.ts';
import { tellReceived } from './tellReceived.ts';

export type { TellingId, TellingParams } from './tellingParams.ts';

/** How much an event matters to somebody who watches: what is quiet may be left out, what is loud never. */
export type Weight = 'quiet' | 'normal' | 'loud';

export type Telling = {
  [Id in TellingId]: {
    readonly id: Id;
    readonly params: TellingParams[Id];
    readonly weight: Weight;
    readonly rules: readonly RuleId[];
    /** The one line that the sentence is about. */
    readonly cited: RuleId | null;
  };
}[TellingId];

/** What is said before the rules are added. */
export type Draft = {
  [Id in TellingId]: {
    readonly id: Id;
    readonly params: TellingParams[Id];
    readonly weight: Weight;
  };
}[TellingId];

/** What to say about an event; null where it says nothing to anybody. `names` are the servers'. */
export function tellingOf(event: Event, names: readonly string[]): Telling | null {
  const draft = draftOf(event, (id) => names[id] ?? '?');
  if (draft === null) return null;
  const { id, params, weight } = draft;
  return { id, params, weight, rules: event.rules.ids, cited: citedLine(id) } as Telling;
}

export type NameOf = (id: ServerId) => string;

function draftOf(event: Event, name: NameOf): Draft | null {
  const { kind, server, after } = event;
  if (kind === 'client') return tellClient(event, name);
  if (server === null || after === null) return tellBus(event, name);
  switch (kind) {
    case 'receive':
      return tellReceived(event, name);
    case 'electionTimeout':
      return tellElection(event, name);
    case 'apply':
      return tellApplied(event, name);
    case 'heartbeat':
    case 'persist':
    case 'snapshot':
    case 'transfer':
    case 'reconfigure':
      return tellDuty(event, after, name);
    default:
      return tellFault(event, after, name);
  }
}

function tellElection({ before, after }: Event, name: NameOf): Draft | null {
  if (before === null || after === null) return null;
  const server = name(after.id);
  const votes = votesOf(after, [after.id]);
  if (after.role === 'preCandidate') {
    const params = { server, term: after.currentTerm + 1, ...votes };
    return { id: 'asksFirst', params, weight: 'loud' };
  }
  if (after.currentTerm === before.currentTerm)
    return after.role === 'follower'
      ? { id: 'mayNotStand', params: { server }, weight: 'quiet' }
      : null;
  const params = { server, term: after.currentTerm, ...votes };
  if (after.role === 'leader') return { id: 'wins', params, weight: 'loud' };
  return { id: before.role === 'candidate' ? 'standsAgain' : 'stands', params, weight: 'loud' };
}

function tellFault({ kind, before }: Event, after: Server, name: NameOf): Draft | null {
  const server = name(after.id);
  switch (kind) {
    case 'restart': {
      const entries = logs.lastIndex(after.log);
      return {
        id: 'restarts',
        params: { server, entries, term: after.currentTerm },
        weight: 'loud',
      };
    }
    case 'pause':
      return { id: 'pauses', params: { server }, weight: 'loud' };
    case 'resume':
      return { id: 'resumes', params: { server }, weight: 'loud' };
    case 'crash':
      return {
        id: 'crashes',
        params: { server, role: before?.role ?? after.role },
        weight: 'loud',
      };
    default:
      return null;
  }
}

const dropIds = {
  loss: 'loses',
  cut: 'losesOnCut',
  crashed: 'losesAtCrashed',
  command: 'dropsOnCommand',
} as const satisfies Record<NonNullable<Event['reason']>, TellingId>;

const rulesOffBy = (command: Event['command']): string =>
  command?.type === 'options' ? command.rulesOff.join(', ') : '';

function tellBus({ kind, envelope, reason, command }: Event, name: NameOf): Draft | null {
  if (kind === 'options')
    return { id: 'options', params: { off: rulesOffBy(command) }, weight: 'normal' };
  if (kind === 'cut' && command?.type === 'cut') {
    return { id: 'cuts', params: { links: linkNames(command.links, name) }, weight: 'loud' };
  }
  if (kind === 'heal' && command?.type === 'heal') {
    if (command.links === null) return { id: 'healsAll', params: {}, weight: 'loud' };
    return { id: 'heals', params: { links: linkNames(command.links, name) }, weight: 'loud' };
  }
  if (envelope === null) return null;
  const params = messageNames(envelope.message, name);
  if (kind === 'drop') return { id: dropIds[reason ?? 'loss'], params, weight: 'quiet' };
  if (kind === 'duplicate') return { id: 'duplicates', params, weight: 'quiet' };
  if (kind === 'inject') return { id: 'injects', params, weight: 'normal' };
  if (kind === 'delay')
    return { id: 'delays', params: { ...params, untilMs: envelope.at }, weight: 'normal' };
  return kind === 'hold' ? { id: 'holds', params, weight: 'normal' } : null;
}

const messageNames = ({ type, from, to }: Message, name: NameOf): TellingParams['loses'] => ({
  type,
  from: name(from),
  to: name(to),
});

/** Links in the notation of the stage: `S1–S2` both ways, `S1→S2` one way. */
function linkNames(
  links: readonly (readonly [ServerId, ServerId])[],
  name: NameOf,
): readonly string[] {
  const isBothWays = (from: ServerId, to: ServerId): boolean =>
    links.some(([a, b]) => a === to && b === from);
  return links
    .filter(([from, to]) => from < to || !isBothWays(from, to))
    .map(([from, to]) => `${name(from)}${isBothWays(from, to) ? '–' : '→'}${name(to)}`);
}

function tellClient({ clients, after }: Event, name: NameOf): Draft | null {
  // An answer or a refusal says more than the asking that led to it.
  const news = clients[clients.length - 1];
  if (news === undefined) return null;
  const { client, attempt } = news;
  const command = notation(news.operation);
  const server = name(news.at);
  switch (news.what) {
    case 'queued':
      return { id: 'clientQueued', params: { client, command }, weight: 'normal' };
    case 'sent':
      return { id: 'clientSent', params: { client, server, command }, weight: 'normal' };
    case 'unreachable':
      return { id: 'clientUnheard', params: { client, server, command }, weight: 'loud' };
    case 'answered':
      return {
        id: 'clientAnswered',
        params: { client, server, command, result: resultOf(news) },
        weight: 'normal',
      };
    case 'asked':
      if (news.answer !== null) return tellRedirect(news, command, after, name);
      return tellAppended(client, server, command, attempt, after);
  }
}

function tellRedirect(
  { client, at, answer }: ClientNews,
  command: string,
  after: Server | null,
  name: NameOf,
): Draft {
  const leader = answer !== null && 'redirect' in answer ? answer.redirect : null;
  if (after?.role === 'leader' && after.transfer !== null) {
    const target = name(after.transfer.target);
    const params = { client, server: name(at), target, command };
    return { id: 'clientWaitsForTransfer', params, weight: 'loud' };
  }
  if (leader === null) {
    return { id: 'clientRefused', params: { client, server: name(at), command }, weight: 'loud' };
  }
  return {
    id: 'clientRedirected',
    params: { client, server: name(at), leader: name(leader), command },
    weight: 'loud',
  };
}

function tellAppended(
  client: string,
  server: string,
  command: string,
  attempt: number,
  after: Server | null,
): Draft {
  const index = after === null ? 0 : logs.lastIndex(after.log);
  if (attempt === 1)
    return { id: 'clientAppended', params: { client, server, command, index }, weight: 'loud' };
  return {
    id: 'clientRetried',
    params: { client, server, command, index, attempt },
    weight: 'loud',
  };
}

function tellApplied({ before, after, clients }: Event, name: NameOf): Draft | null {
  if (before === null || after === null) return null;
  const server = name(after.id);
  const last = after.lastApplied;
  const news = clients[clients.length - 1];
  if (news !== undefined) {
    const { client } = news;
    const params = {
      server,
      client,
      index: last,
      command: notation(news.operation),
      result: resultOf(news),
    };
    return { id: 'appliesAndAnswers', params, weight: 'loud' };
  }
  const params = {
    server,
    first: before.lastApplied + 1,
    last,
    command: commandAt(after, last, name),
  };
  return { id: 'applies', params, weight: 'normal' };
}

function resultOf({ answer, operation }: ClientNews): string {
  return answer === null ? '' : answerNotation(answer, operation);
}
