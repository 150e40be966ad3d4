/** Why does this read wait, though it needs no entry in the log? */
import { type Leader, log as logs, type Server } from '../../../raft/index.ts';
import { type Client, clientOf, type World } from '../../../sim/index.ts';
import { notation } from '../../notation.ts';
import { type Case, cause, firstCase, say } from '../draft.ts';
import { officeCause } from '../elections.ts';
import { obstacleOf } from '../obstacles.ts';
import { type Proposal, type Seen, stage } from '../otherwise.ts';
import { commandFor, noopAtElection } from '../ownEntry.ts';
import type { Of } from '../question.ts';
import { mendings, tallyOf } from '../quorum.ts';
import { nameOf, type Scene } from '../scene.ts';
import { isAnswered } from '../waiting.ts';
import { both } from './role.ts';

type Waiting = Pick<Reading, 'client' | 'leader' | 'round'>;

interface Reading {
  readonly client: Client;
  readonly leader: Leader;
  readonly command: string;
  readonly round: number;
}

/** The read of a client that its leader keeps waiting; null: none. */
export function readingOf({ servers, ...world }: World, id: string): Reading | null {
  const client = clientOf({ servers, ...world }, id);
  const leader = client.pending === null ? undefined : servers[client.pending.at];
  if (client.pending === null || leader?.role !== 'leader') return null;
  const read = leader.reads?.pending.find(
    ({ command }) => command.clientId === id && command.serial === client.serial,
  );
  if (read === undefined) return null;
  const command = notation(client.pending.operation);
  return { client, leader, command, round: read.round };
}

export const whyReadWaits: Case<Of<'readWaits'>> = (scene, { client }) => {
  const reading = readingOf(scene.world, client);
  const draft = reading === null ? null : firstCase(cases, scene, reading);
  return draft === null ? null : { ...draft, effect: say('wouldAnswer', { client }) };
};

/** Thesis §6.4, step 1: the leader does not know yet what is committed. */
const knowsTooLittle: Case<Reading> = (scene, { client, leader, command, round }) => {
  const { id, currentTerm, commitIndex, log } = leader;
  const known = logs.termAt(log, commitIndex);
  if (known === currentTerm) return null;
  const name = nameOf(scene, id);
  const params = { client: client.id, command, leader: name, term: currentTerm };
  return {
    what: say('readBeforeCommit', params),
    rule: 'RD1',
    causes: [
      officeCause(scene, leader),
      cause('commitsUpTo', { leader: name, index: commitIndex, term: known }, null),
    ],
    proposals: both(ownEntry(scene, { client, leader }), rounds(scene, { client, leader, round })),
  };
};

function* ownEntry(
  scene: Scene,
  { client, leader }: Pick<Waiting, 'client' | 'leader'>,
): Generator<Proposal | null> {
  const { id, currentTerm } = leader;
  const operation = client.pending?.operation;
  const until = isAnswered(client);
  const isCommitted: Seen = ({ servers }) => {
    const { log, commitIndex } = servers[id] as Server;
    return logs.termAt(log, commitIndex) === currentTerm;
  };
  yield noopAtElection(scene, id, [
    stage(scene.world, [], isCommitted),
    stage(
      scene.world,
      operation === undefined ? [] : [{ type: 'request', client: client.id, operation, at: id }],
      (world) => clientOf(world, client.id).completed.length > client.completed.length,
    ),
  ]);
  yield {
    said: say('hadTakenCommand', { leader: nameOf(scene, id), term: currentTerm }),
    at: scene.asked,
    stages: [stage(scene.world, [commandFor(scene.world, id)], until)],
  };
}

/** Thesis §6.4, step 3: no majority has answered a round sent since. */
const isUnconfirmed: Case<Reading> = (scene, { client, leader, command, round }) => {
  const heard = (id: number): boolean =>
    id === leader.id || (leader.reads?.answered[id] ?? 0) >= round;
  const { have, of, needed } = tallyOf(leader, heard);
  if (have.length >= needed) return null;
  const params = { client: client.id, command, leader: nameOf(scene, leader.id) };
  return {
    what: say('readUnconfirmed', { ...params, have: have.length, of, needed }),
    rule: 'RD2',
    causes: obstaclesOf(scene, leader, round, heard).map((one) => one.cause),
    proposals: rounds(scene, { client, leader, round }),
  };
};

const obstaclesOf = (scene: Scene, leader: Leader, round: number, heard: (id: number) => boolean) =>
  leader.configuration.voters
    .filter((to) => !heard(to))
    .map((to) => {
      const wants = { kind: 'round', round } as const;
      return obstacleOf(scene, { from: leader.id, to, wants });
    });

function rounds(scene: Scene, { client, leader, round }: Waiting) {
  const obstacles = obstaclesOf(scene, leader, round, (id) => id === leader.id);
  const needed = Math.floor(leader.configuration.voters.length / 2);
  return mendings(scene, leader.id, obstacles, needed, isAnswered(client));
}

// Thesis §6.4, step 4, never lasts here: what is committed is applied at once.
const cases: readonly Case<Reading>[] = [knowsTooLittle, isUnconfirmed];
