/** Why did this server vote for that candidate? */
import type { Server } from '../../../raft/index.ts';
import type { Event } from '../../../sim/index.ts';
import type { Cause } from '../answer.ts';
import { type Case, cause, say } from '../draft.ts';
import { type Proposal, patience } from '../otherwise.ts';
import type { Of } from '../question.ts';
import { lastOf } from '../quorum.ts';
import { isGrant, isLogNewer, requestIn } from '../requests.ts';
import { before, eventIn, lastIn, nameOf, type Scene } from '../scene.ts';
import type { WhyParams } from '../whyParams.ts';

type Asked = Of<'voteGranted'>;

export const whyVoteGranted: Case<Asked> = (scene, { seq }) => {
  const event = eventIn(scene, seq);
  const { before: was, envelope } = event;
  const request = requestIn(event);
  if (was === null || envelope === null || request === null) return null;
  const { term, candidateId, lastLogIndex, lastLogTerm } = request;
  const voter = nameOf(scene, was.id);
  const candidate = nameOf(scene, candidateId);
  const own = lastOf(was);
  const isPre = request.type === 'PreVoteRequest';
  const params = { voter, candidate, term };
  return {
    what: say(isPre ? 'preVoteGranted' : 'voteGranted', params),
    rule: isPre ? 'PV2' : 'RV2',
    causes: [
      isPre ? quietCause(scene, event, was) : freeCause(event, was, params),
      cause(
        isLogNewer(request, own) ? 'logIsNewer' : 'logIsAsNew',
        {
          candidate,
          index: lastLogIndex,
          term: lastLogTerm,
          voter,
          own: own.index,
          ownTerm: own.term,
        },
        null,
      ),
    ],
    effect: say('wouldRefuse', { voter, candidate }),
    proposals: refusals(scene, seq),
  };
};

// §5.2: in a term that is new to it a server has voted for nobody; who asks twice is answered the same twice.
function freeCause(
  { envelope }: Event,
  { currentTerm, votedFor }: Server,
  { voter, candidate, term }: WhyParams['voteGranted'],
): Cause {
  const sent = envelope?.sentBy ?? null;
  if (term > currentTerm) return cause('termWasNew', { voter, term }, sent);
  if (votedFor !== null) return cause('votedBefore', { voter, candidate, term }, null);
  return cause('voteWasFree', { voter, term }, sent);
}

// Thesis §9.6: and no leader was heard of late.
const quietCause = (scene: Scene, { seq }: Event, { id, settings }: Server): Cause =>
  cause(
    'heardNoLeader',
    { voter: nameOf(scene, id), least: settings.electionTimeoutMinMs },
    lastIn(scene, { server: id, kind: 'receive', rule: 'AE2' }, seq - 1),
  );

// Before the request arrives the voter stands itself, or is gone.
function* refusals(scene: Scene, seq: number): Generator<Proposal> {
  const event = eventIn(scene, seq);
  const { envelope, server: id } = event;
  if (envelope === null || id === null) return;
  const voter = nameOf(scene, id);
  const at = before(scene, event);
  const withinMs = patience(scene.world);
  yield {
    said: say('hadTimedOut', { server: voter }),
    at,
    stages: [
      {
        commands: () => [{ type: 'timeout', server: id }],
        until: (_world, one) =>
          one?.envelope?.id === envelope.id && one.kind === 'receive' && !isGrant(one),
        withinMs,
      },
    ],
  };
  yield {
    said: say('hadCrashed', { server: voter }),
    at,
    stages: [
      {
        commands: () => [{ type: 'crash', server: id }],
        until: (_world, one) => one?.envelope?.id === envelope.id && one.kind === 'drop',
        withinMs,
      },
    ],
  };
}
