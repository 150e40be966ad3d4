/** The trail of an event through stage, logs and score: all that could have caused it, and nothing else. */
import { expect, test } from 'vitest';
import { log } from '../../src/raft/index.ts';
import { plainSetup } from '../../src/sim/index.ts';
import {
  annalOf,
  annalsOf,
  give,
  nextEvent,
  openTimeline,
  playTo,
  runOf,
  type Timeline,
} from '../../src/timeline/index.ts';
import { isLogged, sentOn, trailOf } from '../../src/ui/spacetime/trail.ts';
import { relationOf } from '../../src/viz/index.ts';

/** Five servers, a leader, and a command that two followers have appended and nobody has answered for. */
function half(): Timeline {
  const timeline = openTimeline(runOf(plainSetup(5, 7)));
  playTo(timeline, 330);
  give(timeline, {
    type: 'request',
    client: 'c1',
    operation: { type: 'set', key: 'A', value: '1' },
  });
  const holders = (): number =>
    timeline.world.servers.filter((server) => log.lastIndex(server.log) === 1).length;
  while (holders() < 3) nextEvent(timeline);
  return timeline;
}

test('a server had a part as far as its last event that led there, and what it had logged by then', () => {
  const timeline = half();
  const annals = annalsOf(timeline);
  const selected = annals.last;
  const trail = trailOf(timeline, selected)!;
  const own = annalOf(annals, selected).server!;
  for (const { id } of timeline.world.servers) {
    const past = Array.from(
      { length: selected - annals.first + 1 },
      (_, place) => annals.first + place,
    )
      .filter((seq) => annalOf(annals, seq).server === id)
      .filter((seq) => /past|itself/.test(relationOf(trail.cone, seq)));
    expect([id, trail.reach.get(id)]).toEqual([id, past.at(-1)]);
  }
  const { servers } = timeline.world;
  const leader = servers.find(({ role }) => role === 'leader')!;
  const logged = servers
    .filter((server) => log.lastIndex(server.log) === 1)
    .map((server) => [server.id, isLogged(trail, server.id, 1, log.entryAt(server.log, 1)!)]);
  const other = servers.find(
    (server) => log.lastIndex(server.log) === 1 && server !== leader && server.id !== own,
  )!;
  // Who appended it beside has no part in it: neither knew of the other.
  expect(new Map(logged as [number, boolean][])).toEqual(
    new Map([
      [leader.id, true],
      [own, true],
      [other.id, false],
    ]),
  );
});

test('a message in flight is on it where what led there sent it', () => {
  const timeline = half();
  const { world } = timeline;
  const own = annalOf(annalsOf(timeline), world.seq).server;
  const sent = sentOn(trailOf(timeline, world.seq)!, world);
  const flying = world.queue.filter(({ message }) => message.type.startsWith('AppendEntries'));
  const answers = flying.filter(({ message }) => message.type === 'AppendEntriesResponse');
  expect(answers.length).toBeGreaterThan(1);
  for (const { id, message } of answers)
    expect([message.from, sent.has(id)]).toEqual([message.from, message.from === own]);
  const requests = flying.filter(({ message }) => message.type === 'AppendEntriesRequest');
  expect(requests.length).toBeGreaterThan(0);
  for (const { id } of requests) expect(sent.has(id)).toBe(true);
});

test('it is kept while the run goes on, and gone where there is no such event', () => {
  const timeline = half();
  const trail = trailOf(timeline, timeline.world.seq);
  const { seq } = timeline.world;
  nextEvent(timeline);
  expect(trailOf(timeline, seq)).toBe(trail);
  expect(trailOf(timeline, null)).toBeNull();
  expect(trailOf(timeline, annalsOf(timeline).last + 1)).toBeNull();
});
