/** Storms over many seeds: nothing breaks, no promise to a client is broken, and calm weather brings progress. */
import { expect, test, vi } from 'vitest';
import { ruleIds } from '../../src/raft/index.ts';
import { type Storm, weather } from '../support/storm.ts';
import { main, reportOf, swarm } from '../support/swarm.ts';

const plain = { from: 1, servers: null, acts: 60, rulesOff: [] } as const;

test('a thousand storms break no property, lose no acknowledged write, count every INCR once, and end in progress', () => {
  const result = swarm({ ...plain, seeds: 1000 });
  console.info(`swarm, seeds 1 to 1000: ${reportOf(result)}`);
  expect(result.found, reportOf(result)).toBeNull();
  expect(result.events).toBeGreaterThan(500_000);
});

test.each([1, 2, 9])('storms over %i servers', (servers) => {
  const result = swarm({ ...plain, servers, seeds: 60 });
  expect(result.found, reportOf(result)).toBeNull();
});

test('a long storm', () => {
  const result = swarm({ ...plain, from: 7, seeds: 3, acts: 1500 });
  expect(result.found, reportOf(result)).toBeNull();
});

test('the seed is all one needs to see a storm again', () => {
  const storm: Storm = { seed: 4, servers: 5, acts: 60, rulesOff: ['vote.upToDate'] };
  const told = (): string[] => {
    const lines: string[] = [];
    weather(storm, ({ seq, time, kind, server }) => lines.push(`${seq} ${time} ${kind} ${server}`));
    return lines;
  };
  expect(told()).toEqual(told());
});

test('what befalls a cluster in storms is everything that can', () => {
  const kinds = new Set<string>();
  const commands = new Set<string>();
  const obeyed = new Set<string>();
  for (let seed = 1; seed <= 60; seed += 1) {
    weather({ seed, servers: 5, acts: 60, rulesOff: [] }, ({ kind, command, reason, rules }) => {
      kinds.add(reason ?? kind);
      if (command !== null) commands.add(command.type);
      for (const id of rules.ids) obeyed.add(id);
    });
  }
  expect(ruleIds.filter((id) => !obeyed.has(id))).toEqual([]);
  for (const kind of [
    'persist',
    'loss',
    'cut',
    'crashed',
    'command',
    'duplicate',
    'apply',
    'receive',
  ])
    expect(kinds).toContain(kind);
  expect([...commands].sort()).toEqual([
    'crash',
    'cut',
    'deliver',
    'drop',
    'duplicate',
    'heal',
    'heartbeat',
    'hold',
    'options',
    'pause',
    'reconfigure',
    'release',
    'request',
    'restart',
    'resume',
    'retry',
    'snapshot',
    'timeout',
    'transfer',
  ]);
});

test.each([
  ['a number that is none', '--seeds', 'x'],
  ['too many servers', '--servers', '10'],
  ['a rule there is not', '--off', 'vote.never'],
  ['an option there is not', '--speed', '9'],
])('the command line refuses %s', async (_name, ...argv) => {
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(await main(argv)).toBe(2);
  expect(stderr.mock.lastCall?.[0]).toContain('npm run swarm -- [--seeds N]');
  stderr.mockRestore();
});
