/** A server that joins a run in hand, and a run that is handed on. */
import { expect, test } from 'vitest';
import { log as logs } from '../../src/raft/index.ts';
import { leaderOf } from '../../src/sim/index.ts';
import { createSession, exportedRun, nameOfNewcomer, type Session } from '../../src/store/index.ts';
import { decodeRun, momentOf } from '../../src/timeline/index.ts';

const timelineOf = (session: Session) => session.store.getState().timeline;
const worldOf = (session: Session) => timelineOf(session).world;

function led(): Session {
  const session = createSession();
  session.seek(400);
  session.do({
    type: 'request',
    client: 'c1',
    operation: { type: 'set', key: 'A', value: '1' },
  });
  session.seek(430);
  return session;
}

test('a newcomer changes nothing of what happened: the same servers, the same moment, one start more', () => {
  const session = led();
  // Logs share what they grow in, so they are compared by the entries they hold.
  const servers = () =>
    worldOf(session).servers.map((server) => ({ ...server, log: logs.entriesOf(server.log) }));
  const [before, { seq, time }] = [servers(), momentOf(timelineOf(session))];
  const { clients } = worldOf(session);
  session.addServer('add');
  session.previous();
  const after = worldOf(session);
  expect(servers().slice(0, 5)).toEqual(before);
  expect(after.clients).toEqual(clients);
  expect(after.seq).toBe(seq + 1);
  expect(after.time).toBeLessThanOrEqual(time);
  expect(after.servers[5]).toMatchObject({ currentTerm: 0, configuration: { voters: [] } });
});

test('the newcomer is added, gets the log, and has a vote', () => {
  const session = led();
  session.addServer('add');
  session.seek(700);
  const { servers, setup } = worldOf(session);
  expect(setup.names).toEqual(['S1', 'S2', 'S3', 'S4', 'S5', 'S6']);
  expect(servers.map(({ configuration }) => configuration.voters.length)).toEqual([
    6, 6, 6, 6, 6, 6,
  ]);
  expect(servers[5]?.log).toEqual(servers[0]?.log);
});

test('nobody joins where nobody leads, nor as one more than 101; a fresh run has as many servers as before', () => {
  const session = createSession();
  expect(leaderOf(worldOf(session))).toBeNull();
  session.addServer('add');
  expect(session.store.getState().trouble).toContain('leads');
  expect(worldOf(session).servers).toHaveLength(5);
  session.seek(400);
  session.addServer('addLearner');
  session.restart();
  expect(worldOf(session).servers).toHaveLength(5);
  expect(nameOfNewcomer(['S1', 'S3'])).toBe('S4');
  expect(nameOfNewcomer(Array.from({ length: 101 }, (_, id) => `S${id + 1}`))).toBeNull();
});

test('a run handed on says in a sentence which rules are off in it, and can be opened again', () => {
  const session = led();
  expect(JSON.parse(exportedRun(timelineOf(session)))).toMatchObject({
    about: 'Raft: no rule is off.',
    rulesOff: [],
  });
  session.setRulesOff(['commit.currentTerm']);
  session.setRulesOff([]);
  const text = exportedRun(timelineOf(session));
  expect(JSON.parse(text)).toMatchObject({
    about: 'Modified Raft: commit.currentTerm is off',
    rulesOff: ['commit.currentTerm'],
  });
  expect(decodeRun(text)).toMatchObject({ ok: true, value: timelineOf(session).run });
});
