/** Why did this server refuse that candidate its vote? */
import type { Seq } from '../../../base/index.ts';
import { type Command, type Event, inFlight } from '../../../sim/index.ts';
import type { Moment } from '../../run.ts';
import type { Cause } from '../answer.ts';
import { type Case, cause, type Draft, firstCase, say } from '../draft.ts';
import { officeCause, timerCause } from '../elections.ts';
import { type Proposal, patience, type Stage } from '../otherwise.ts';
import type { Of } from '../question.ts';
import { lastOf } from '../quorum.ts';
import { grantsTo, requestIn, type VoteRequest } from '../requests.ts';
import {
  after,
  appendedAt,
  before,
  earlier,
  eventIn,
  lastIn,
  later,
  nameOf,
  type Scene,
  sceneAfter,
  termSince,
} from '../scene.ts';

type Asked = Of<'voteRefused'>;

/** The refusal, taken apart. */
interface Refusal {
  readonly event: Event;
  readonly request: VoteRequest;
  readonly voter: string;
  readonly candidate: string;
  readonly was: NonNullable<Event['before']>;
}

export const whyVoteRefused: Case<Asked> = (asked, { seq }) => {
  const event = eventIn(asked, seq);
  const request = requestIn(event);
  const was = event.before;
  if (request === null || was === null) return null;
  const scene = sceneAfter(asked, seq);
  const voter = nameOf(scene, was.id);
  const candidate = nameOf(scene, request.candidateId);
  const draft = firstCase(cases, scene, { event, request, voter, candidate, was });
  return draft === null ? null : { ...draft, effect: say('wouldVote', { voter, candidate }) };
};

// Thesis §4.2.3: a leader heard so lately that nobody should be standing.
const hearsLeader: Case<Refusal> = (scene, { event, request, voter, candidate, was }) => {
  const { ids } = event.rules;
  const isPassedOver = ids.includes('MC7') && !ids.includes('RV1');
  if (!isPassedOver && !ids.includes('PV3')) return null;
  const least = was.settings.electionTimeoutMinMs;
  const { term } = request;
  const rule = isPassedOver ? 'MC7' : 'PV3';
  if (was.role === 'leader')
    return {
      what: say('voterLeads', { voter, candidate, term }),
      rule,
      causes: [officeCause(scene, was)],
      none: say('noneLeads', {}),
    };
  return {
    what: say(isPassedOver ? 'votePassedOver' : 'preVoteRefused', { voter, candidate, term }),
    rule,
    causes: [heardCause(scene, event, was), cause('withinLeast', { voter, least }, null)],
    proposals: [silenced(scene, event, request)],
  };
};

// Its timer may have started later, by a vote; what counts here is when it heard its leader.
function heardCause(scene: Scene, { seq }: Event, { id, leaderId }: Refusal['was']): Cause {
  const words = [{ rule: 'AE2' }, { type: 'InstallSnapshotRequest' }] as const;
  const heard = words
    .map((word) => lastIn(scene, { server: id, kind: 'receive', ...word }, seq - 1))
    .reduce(later, null);
  if (heard === null || leaderId === null) return timerCause(scene, id, seq - 1);
  const params = { server: nameOf(scene, id), leader: nameOf(scene, leaderId) };
  return cause('heardLeader', params, heard);
}

// With the leader gone for so long, the candidate asks again and is heard.
function silenced(scene: Scene, event: Event, { candidateId }: VoteRequest): Proposal | null {
  const leader = event.before?.leaderId ?? null;
  if (leader === null || event.server === null) return null;
  return {
    said: say('hadFallenSilent', { leader: nameOf(scene, leader) }),
    at: before(scene, event),
    stages: [
      {
        commands: () => [{ type: 'crash', server: leader }],
        until: grantsTo(event.server, candidateId),
        withinMs: patience(scene.world),
      },
    ],
  };
}

const termIsOver: Case<Refusal> = (scene, { event, request, voter, candidate, was }) => {
  const { term, candidateId } = request;
  if (term >= was.currentTerm) return null;
  const behind = was.currentTerm - term;
  const timeouts = Array.from({ length: behind + 1 }, (): Command => {
    return { type: 'timeout', server: candidateId };
  });
  return {
    what: say('voteTermOver', { voter, candidate, term, current: was.currentTerm }),
    rule: 'RV1',
    causes: [
      cause('cameToTerm', { server: voter, term: was.currentTerm }, termSince(scene, was.id)),
      cause('stoodIn', { candidate, term }, event.envelope?.sentBy ?? null),
    ],
    proposals: [again(scene, event, request, timeouts, candidate)],
  };
};

function again(
  scene: Scene,
  event: Event,
  { candidateId }: VoteRequest,
  commands: readonly Command[],
  candidate: string,
): Proposal {
  const term = (event.before?.currentTerm ?? 0) + 1;
  return {
    said: say('hadStoodIn', { candidate, term }),
    at: before(scene, event),
    stages: [
      {
        commands: () => commands,
        until: grantsTo(event.server as number, candidateId),
        withinMs: patience(scene.world),
      },
    ],
  };
}

const isGivenAway: Case<Refusal> = (scene, { event, request, voter, candidate, was }) => {
  const { term, candidateId } = request;
  const given = term === was.currentTerm ? was.votedFor : null;
  if (given === null || given === candidateId) return null;
  const granted = lastIn(scene, { server: was.id, mark: 'granted' }, event.seq - 1);
  const other = nameOf(scene, given);
  const causes: Cause[] = [
    given === was.id
      ? cause('votedForItself', { voter, term }, granted)
      : cause('votedAt', { server: voter, candidate: other }, granted),
    cause('oneVoteATerm', { candidate, term }, event.envelope?.sentBy ?? null),
  ];
  return {
    what: say('voteGivenAway', { voter, candidate, term, votedFor: other }),
    rule: 'RV2',
    section: '5.2',
    causes,
    proposals: granted === null ? [] : comingFirst(scene, granted, event, request),
  };
};

// The candidate comes first: its request is delivered sooner, the other's is lost, or it stands sooner.
function* comingFirst(
  scene: Scene,
  granted: Seq,
  event: Event,
  request: VoteRequest,
): Generator<Proposal | null> {
  const vote = eventIn(scene, granted);
  const { candidateId } = request;
  const candidate = nameOf(scene, candidateId);
  // In another term its vote would be another.
  const until = grantsTo(event.server as number, candidateId, request.term);
  const withinMs = patience(scene.world);
  const stages = (...commands: readonly Command[]): readonly Stage[] => [
    { commands: () => commands, until, withinMs },
  ];
  const at = before(scene, vote);
  const message = event.envelope?.id ?? 0;
  if (inFlight(sceneAfter(scene, at.seq).world).some(({ id }) => id === message))
    yield {
      said: say('hadComeFirst', { candidate }),
      at,
      stages: stages({ type: 'deliver', message }),
    };
  if (vote.envelope !== null) {
    const other = nameOf(scene, vote.envelope.message.from);
    const lost: Command = { type: 'drop', message: vote.envelope.id };
    yield {
      said: say('hadRequestBeenLost', { candidate: other }),
      at,
      stages: [...standingAgain(scene, lost, event, at), ...stages()],
    };
  }
  const sooner = earlier(scene, vote.time - scene.world.options.latencyMs[1] - 1);
  const stood = stages({ type: 'timeout', server: candidateId });
  yield { said: say('hadTimedOut', { server: candidate }), at: sooner, stages: stood };
}

// Who was made to stand stands only where that is asked for again, at the time it was.
function standingAgain(
  scene: Scene,
  lost: Command,
  event: Event,
  { time }: Moment,
): readonly Stage[] {
  const sent = event.envelope?.sentBy ?? null;
  const stood = sent === null ? null : eventIn(scene, sent);
  const again = stood === null || stood.command === null || stood.time <= time ? [] : [stood];
  return [
    { commands: () => [lost], until: null, withinMs: 0 },
    ...again.map((one): Stage => {
      return { commands: () => [], until: null, withinMs: one.time - time };
    }),
    ...again.map(({ command }): Stage => {
      return { commands: () => (command === null ? [] : [command]), until: null, withinMs: 0 };
    }),
  ];
}

const logIsBehind: Case<Refusal> = (scene, refusal): Draft => {
  const { event, request, voter, candidate, was } = refusal;
  const { term, lastLogIndex: index, lastLogTerm } = request;
  const own = lastOf(was);
  const params = { candidate, index, term: lastLogTerm, voter, own: own.index, ownTerm: own.term };
  const isPre = request.type === 'PreVoteRequest';
  return {
    what: say('voteLogBehind', { voter, candidate, term }),
    rule: isPre ? 'PV2' : 'RV2',
    section: isPre ? 'Thesis 9.6' : '5.4.1',
    causes: [
      cause('logsCompare', params, event.envelope?.sentBy ?? null),
      cause(
        'holdsLast',
        { server: voter, index: own.index, term: own.term },
        appendedAt(scene, was.id, own.index),
      ),
    ],
    proposals: withEntries(scene, refusal),
  };
};

// The candidate gets what the voter has while its leader still leads, and stands then; or the voter loses what it has.
function* withEntries(scene: Scene, { event, request, voter, candidate, was }: Refusal) {
  const { candidateId } = request;
  const own = lastOf(was);
  const withinMs = patience(scene.world);
  const got = appendedAt(scene, was.id, own.index);
  const arrival = got === null ? null : eventIn(scene, got);
  const leader = arrival?.envelope?.message.from ?? arrival?.server ?? null;
  const until = grantsTo(was.id, candidateId);
  if (arrival !== null && leader !== null && leader !== candidateId) {
    const reach: Stage = {
      commands: ({ conditions }) => [
        { type: 'heal', links: null },
        ...(conditions[candidateId] === 'crashed'
          ? [{ type: 'restart', server: candidateId } as const]
          : []),
      ],
      until: ({ servers }) => {
        const last = lastOf(servers[candidateId] as typeof was);
        return last.term === own.term && last.index >= own.index;
      },
      withinMs,
    };
    const stand: Command = { type: 'timeout', server: candidateId };
    yield {
      said: say('hadReceived', {
        server: candidate,
        index: own.index,
        leader: nameOf(scene, leader),
      }),
      at: after(arrival),
      stages: [reach, { commands: () => [stand], until, withinMs }],
    } satisfies Proposal;
  }
  const loseLog: readonly Command[] = [
    { type: 'crash', server: was.id },
    { type: 'restart', server: was.id, lose: ['log'] },
  ];
  yield {
    said: say('hadLostLog', { server: voter }),
    at: before(scene, event),
    stages: [{ commands: () => loseLog, until, withinMs }],
  } satisfies Proposal;
}

const cases: readonly Case<Refusal>[] = [hearsLeader, termIsOver, isGivenAway, logIsBehind];
