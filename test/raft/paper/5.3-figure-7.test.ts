import { describe, expect, test } from 'vitest';
import { figure7 } from '../../support/clusters.ts';
import { type Cluster, world } from '../../support/world.ts';

/** Figure 7 on seven servers: S1 leads term 8, the others have the logs a to f. */
function figure(): Cluster {
  const { leader, ...followers } = figure7;
  const starts = Object.entries(followers).map(([name, log]) => [name, { currentTerm: 8, log }]);
  return world({
    S1: { role: 'leader', currentTerm: 8, log: leader },
    ...Object.fromEntries(starts),
  });
}

const followers = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

test('Fig. 7 followers may miss entries, have extra ones, or both: heartbeats alone repair all but what is extra at the end', () => {
  const cluster = figure().heartbeat('S1').settle();
  expect(cluster.logs()).toEqual({
    S1: figure7.leader,
    a: figure7.leader,
    b: figure7.leader,
    c: figure7.c,
    d: figure7.d,
    e: figure7.leader,
    f: figure7.leader,
  });
  expect(cluster.server('S1').commitIndex).toBe(0);
});

test('Fig. 7 one new entry makes all logs identical, and commits all of it', () => {
  const cluster = figure().heartbeat('S1').settle().set('A', '1').settle().heartbeat('S1').settle();
  for (const name of ['S1', ...followers]) {
    expect(cluster.log(name)).toEqual([...figure7.leader, 8]);
    expect(cluster.server(name).commitIndex).toBe(11);
  }
  expect(cluster.broken).toEqual([]);
});

describe('Fig. 7 requests until the logs agree, one step back each time', () => {
  for (const [name, requests] of [
    ['a', 2],
    ['b', 7],
    ['c', 1],
    ['d', 1],
    ['e', 6],
    ['f', 8],
  ] as const) {
    test(`${name}: ${requests}`, () => {
      const cluster = figure().heartbeat('S1').settle();
      const sent = cluster.events.flatMap((event) => event.sent);
      const toIt = sent.filter(({ message }) => message.to === cluster.id(name));
      expect(toIt.filter(({ message }) => message.type === 'AppendEntriesRequest')).toHaveLength(
        requests,
      );
    });
  }
});

describe('§5.4.1 Fig. 7, its leader gone: who gets votes from whom', () => {
  for (const [candidate, voters, wins] of [
    ['a', ['a', 'b', 'e', 'f'], true],
    ['b', ['b', 'f'], false],
    ['c', ['a', 'b', 'c', 'e', 'f'], true],
    ['d', ['a', 'b', 'c', 'd', 'e', 'f'], true],
    ['e', ['b', 'e', 'f'], false],
    ['f', ['f'], false],
  ] as const) {
    test(`${candidate}: ${voters.join(' ')}${wins ? ', a majority' : ''}`, () => {
      const cluster = figure().crash('S1').timeout(candidate).settle();
      const granted = followers.filter((name) => cluster.votedFor(name) === candidate);
      expect(granted).toEqual(voters);
      expect(cluster.role(candidate)).toBe(wins ? 'leader' : 'candidate');
    });
  }
});
