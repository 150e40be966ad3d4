import { describe, expect, test } from 'vitest';
import type { Event } from '../../src/sim/index.ts';
import { alike } from '../support/clusters.ts';
import { type Cluster, running } from '../support/world.ts';

const due = (cluster: Cluster): number[] => [...cluster.world.timers.dueAt];
const leader = { role: 'leader', currentTerm: 1 } as const;

describe('one timer a server', () => {
  test('a leader’s runs to the next heartbeat, and again from there', () => {
    const cluster = running({ S1: leader, S2: {} }, { options: { heartbeatIntervalMs: 70 } }).run(
      300,
    );
    const beats = cluster.events.filter(({ kind }) => kind === 'heartbeat');
    expect(beats.map(({ time }) => time)).toEqual([70, 140, 210, 280]);
  });
  test('a client’s command does not put the heartbeat off', () => {
    const cluster = running({ S1: leader, S2: {} }).run(30).set('A', '1').run(25);
    expect(cluster.events.filter(({ kind }) => kind === 'heartbeat')).toMatchObject([{ time: 50 }]);
  });
  test('everybody else’s runs to an election, within the range', () => {
    for (const at of due(running(alike(9, {}), { options: { electionTimeoutMs: [400, 500] } }))) {
      expect(at).toBeGreaterThanOrEqual(400);
      expect(at).toBeLessThanOrEqual(500);
    }
  });
  test('a range of one value is that value', () => {
    const cluster = running(alike(3, {}), { options: { electionTimeoutMs: [200, 200] } });
    expect(due(cluster)).toEqual([200, 200, 200]);
  });
  test('a server may have options of its own', () => {
    const servers = { 1: { electionTimeoutMs: [20, 20], heartbeatIntervalMs: 5 } } as const;
    const cluster = running(alike(3, {}), { options: { servers } }).run(100);
    const times = (kind: Event['kind']) =>
      cluster.events
        .filter((event) => event.kind === kind)
        .map(({ server, time }) => [server, time]);
    expect(times('electionTimeout')[0]).toEqual([1, 20]);
    expect(times('heartbeat').length).toBeGreaterThan(8);
  });
});

describe('when the options change', () => {
  test('a running election timer keeps the share of the range it drew', () => {
    const cluster = running(alike(5, {})).run(100);
    const shares = due(cluster).map((at) => (at - 150) / 150);
    cluster.options({ electionTimeoutMs: [1000, 3000] });
    due(cluster).forEach((at, id) => {
      expect(Math.abs(at - (1000 + shares[id]! * 2000))).toBeLessThan(0.1);
    });
  });
  test('a running heartbeat is counted from when it began', () => {
    const cluster = running({ S1: leader, S2: {} }).run(60);
    expect(due(cluster.options({ heartbeatIntervalMs: 500 }))[0]).toBe(550);
    expect(due(cluster.options({ heartbeatIntervalMs: 20 }))[0]).toBe(70);
  });
  test('a timer that would have fired already fires now', () => {
    const cluster = running({ S1: leader, S2: {} }).run(99).options({ heartbeatIntervalMs: 10 });
    expect(cluster.next()).toMatchObject({ kind: 'heartbeat', time: 99 });
  });
  test('no chance is drawn: changing there and back changes nothing', () => {
    const cluster = running(alike(5, {})).run(100);
    const before = due(cluster);
    cluster.options({ electionTimeoutMs: [5, 9000] }).options({ electionTimeoutMs: [150, 300] });
    expect(due(cluster)).toEqual(before);
  });
});

describe('chance is drawn from a stream for each timer', () => {
  const timeouts = (cluster: Cluster, name: string): number[] => {
    cluster.run(3000);
    const own = cluster.events.filter(
      (e) => e.kind === 'electionTimeout' && e.server === cluster.id(name),
    );
    return own.map(({ time }) => time);
  };
  const alone = { options: { lossRate: 1 } };

  test('one server’s crash does not disturb another’s timeouts', () => {
    const undisturbed = timeouts(running(alike(5, {}), alone), 'S3');
    const disturbed = timeouts(
      running(alike(5, {}), alone).crash('S1').run(40).restart('S1'),
      'S3',
    );
    expect(disturbed.filter((time) => time <= 3000)).toEqual(undisturbed);
    expect(undisturbed.length).toBeGreaterThan(8);
  });
  test('nor does the number of servers', () => {
    expect(timeouts(running(alike(3, {}), alone), 'S2')).toEqual(
      timeouts(running(alike(9, {}), alone), 'S2'),
    );
  });
  test('another seed gives other timeouts', () => {
    const other = timeouts(running(alike(5, {}), { ...alone, seed: 2 }), 'S3');
    expect(other).not.toEqual(timeouts(running(alike(5, {}), alone), 'S3'));
  });
});

describe('at equal times', () => {
  test('timers go by server', () => {
    const cluster = running(alike(4, {}), {
      options: { electionTimeoutMs: [200, 200], lossRate: 1 },
    });
    cluster.run(200);
    const timeouts = cluster.events.filter(({ kind }) => kind === 'electionTimeout');
    expect(timeouts.map(({ server }) => server)).toEqual([0, 1, 2, 3]);
  });
  test('messages come before timers, by id', () => {
    const options = {
      latencyMs: [10, 10],
      electionTimeoutMs: [10, 10],
      heartbeatIntervalMs: 10,
    } as const;
    const cluster = running(
      { S1: leader, S2: { currentTerm: 1 }, S3: { currentTerm: 1 } },
      { options },
    );
    cluster.timeout('S2').run(10);
    const at10 = cluster.events.filter(({ time }) => time === 10).map(({ kind }) => kind);
    expect(at10.slice(0, 3)).toEqual(['receive', 'receive', 'electionTimeout']);
  });
  test('a client comes before messages', () => {
    const options = { latencyMs: [10, 10], heartbeatIntervalMs: 5, clientLatencyMs: 15 } as const;
    const cluster = running({ S1: leader, S2: { currentTerm: 1 } }, { options })
      .set('A', '1')
      .run(15);
    const at15 = cluster.events.filter(({ time }) => time === 15).map(({ kind }) => kind);
    expect(at15).toEqual(['client', 'receive', 'heartbeat']);
  });
});
