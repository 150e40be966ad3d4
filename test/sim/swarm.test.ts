/** Storms over many seeds: nothing breaks, no promise to a client is broken, and calm weather brings progress. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { type Storm, weather } from '../../src/explore/storm/storm.ts';
import { ruleIds } from '../../src/raft/index.ts';
import { runScenario } from '../../src/scenario/index.ts';
import type { Event } from '../../src/sim/index.ts';
import { load } from '../scenario/files.ts';
import { main, reportOf, scenarioOf, swarm } from '../support/swarm.ts';

const plain = { from: 1, servers: null, acts: 60, judge: 0, rulesOff: [] } as const;

describe('storms break no property, lose no acknowledged write, count every INCR once, and end in progress; the oracle agrees', () => {
  test.each([1, 76, 151, 226])('seventy-five seeds from %i', (from) => {
    const result = swarm({ ...plain, from, judge: 5, seeds: 75 });
    console.info(`swarm, seeds from ${from}: ${reportOf(result)}`);
    expect(result.found, reportOf(result)).toBeNull();
    expect(result.events).toBeGreaterThan(75_000);
    expect(result.judged).toBe(15);
  });
});

test('a long storm', () => {
  const result = swarm({ ...plain, from: 7, seeds: 3, acts: 1500 });
  expect(result.found, reportOf(result)).toBeNull();
});

/** What happens in a storm, each event in a line. */
function linesOf(storm: Storm): readonly [lines: string[], outcome: ReturnType<typeof weather>] {
  const lines: string[] = [];
  const outcome = weather(storm, (event) => lines.push(lineOf(event)));
  return [lines, outcome];
}

const lineOf = ({ time, kind, server, envelope }: Event): string =>
  `${time} ${kind} ${server} ${JSON.stringify(envelope)}`;

test('a storm and its scenario file are the same run, event by event', () => {
  for (let seed = 1; seed <= 25; seed += 1) {
    const storm: Storm = { seed, servers: 1 + (seed % 9), acts: 60, rulesOff: [] };
    const [lines, outcome] = linesOf(storm);
    const trouble = { what: 'progress', facts: '', closing: [] } as const;
    const text = scenarioOf({ storm, isJudged: false, outcome, trouble });
    const again: string[] = [];
    const nothing = () => {};
    const { failures } = runScenario(load(text, 'storm.yaml'), {
      start: nothing,
      mark: nothing,
      joined: nothing,
      event: (_world, event) => again.push(lineOf(event)),
    });
    expect(failures).toEqual([]);
    expect(again).toEqual(lines);
  }
});

test('a disk is lost only by a server that was removed before, and such a server comes back', () => {
  let lost = 0;
  let returned = 0;
  for (let seed = 1; seed <= 120; seed += 1) {
    const blank = new Set<number>();
    weather({ seed, servers: 4, acts: 60, rulesOff: [] }, ({ command, server, kind, after }) => {
      if (command?.type === 'restart' && command.lose?.includes('all')) {
        blank.add(command.server);
        lost += 1;
      }
      if (kind !== 'receive' || server === null || after === null || !blank.has(server)) return;
      if (after.configurationIndex === 0 || !after.configuration.voters.includes(server)) return;
      blank.delete(server);
      returned += 1;
    });
  }
  console.info(`${lost} disks lost, ${returned} of their servers back as voters`);
  expect(lost).toBeGreaterThan(5);
  expect(returned).toBeGreaterThan(0);
});

test('the seed is all one needs to see a storm again', () => {
  const storm: Storm = { seed: 4, servers: 5, acts: 60, rulesOff: ['vote.upToDate'] };
  expect(linesOf(storm)).toEqual(linesOf(storm));
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
  expect(await main(argv, '.')).toBe(2);
  expect(stderr.mock.lastCall?.[0]).toContain('npm run swarm -- [--seeds N]');
  stderr.mockRestore();
});

test('what it finds it leaves as a file, and says how to see it again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'quorate-swarm-'));
  const stdout = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const argv = ['--servers', '3', '--judge', '0', '--off', 'session.deduplicate', '--to', 'found'];
  mkdirSync(join(folder, 'found'));
  const code = await main(argv, folder);
  const said = stdout.mock.calls.join('');
  stdout.mockRestore();
  stderr.mockRestore();
  const [name = ''] = readdirSync(join(folder, 'found'));
  const text = readFileSync(join(folder, 'found', name), 'utf8');
  rmSync(folder, { recursive: true });
  expect(code).toBe(1);
  expect(said).toMatch(/broke ExactlyOnce.*Again: npm run swarm -- --seeds 1 --from \d+ /s);
  expect(said).toContain(`As a file: npm run sim -- ${join(folder, 'found', name)}`);
  expect(runScenario(load(text, name)).violations[0]?.property).toBe('ExactlyOnce');
});
