/** Why did this server vote for that candidate? */

import { type Case, cause, say } from '../draft.ts';
import { type Proposal, patience } from '../otherwise.ts';
import type { Of } from '../question.ts';
import { lastOf } from '../quorum.ts';
import { isGrant, isLogNewer, requestIn } from '../requests.ts';
import { before, eventIn, nameOf, type Scene } from '../scene.ts';

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
  const isNew = term > was.currentTerm;
  return {
    what: say('voteGranted', { voter, candidate, term }),
    rule: 'RV2',
    causes: [
      cause(isNew ? 'termWasNew' : 'voteWasFree', { voter, term }, envelope.sentBy),
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
