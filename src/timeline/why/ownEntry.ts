/** An entry of a leader's own term, which commits what is before it (§5.4.2): as a command of a client, or as a no-op. */
import type { ServerId } from '../../base/index.ts';
import type { Operation } from '../../raft/index.ts';
import type { Command, World } from '../../sim/index.ts';
import { say } from './draft.ts';
import { isNow } from './elections.ts';
import { type Proposal, patience, type Stage } from './otherwise.ts';
import { before, eventIn, nameOf, type Scene, serverIn, since } from './scene.ts';

const operation: Operation = { type: 'set', key: 'Z', value: '1' };

/** A command that some client which waits for nothing asks of `leader`. */
export const commandFor = ({ clients }: World, leader: ServerId): Command => ({
  type: 'request',
  client: clients.find(({ pending }) => pending === null)?.id ?? 'c0',
  operation,
  at: leader,
});

/** §8: the leader had begun its term with a no-op; and then `after`. Null where it led from the start. */
export function noopAtElection(
  scene: Scene,
  leader: ServerId,
  after: readonly Stage[],
): Proposal | null {
  const { currentTerm } = serverIn(scene, leader);
  const elected = since(scene, leader, (one) => {
    return one.role === 'leader' && one.currentTerm === currentTerm;
  });
  if (elected === null) return null;
  const { options, rulesOff } = scene.world;
  const noop: Command = { type: 'options', options: { ...options, noop: true }, rulesOff };
  const elect: Stage = {
    commands: () => [noop],
    until: isNow(leader, 'leader'),
    withinMs: patience(scene.world),
  };
  return {
    said: say('hadNoop', { leader: nameOf(scene, leader) }),
    at: before(scene, eventIn(scene, elected)),
    stages: [elect, ...after],
  };
}
