/** Sessions that expire (Thesis §6.3): every server forgets the same client at the same entry, whatever befalls them. */
import { expect, test } from 'vitest';
import { draw } from '../../src/base/index.ts';
import { look, openChecks } from '../../src/check/index.ts';
import { climate } from '../../src/explore/storm/climate.ts';
import { lull, nextAct } from '../../src/explore/storm/weather.ts';
import { advance, type Event, execute, type World, worldOf } from '../../src/sim/index.ts';
import { alike } from '../support/clusters.ts';
import { running } from '../support/world.ts';

const acts = 60;

/** A storm over a cluster that keeps so many sessions, each event shown to `see`. */
function storm(seed: number, sessionLimit: number, see: (world: World, event: Event) => void) {
  let count = 0;
  const chance = (): number => {
    count += 1;
    return draw(seed, 0x7000_0003, count);
  };
  const setup = climate({ seed, servers: 3, acts, rulesOff: [] }, chance);
  const options = { ...setup.options, sessions: true, sessionLimit };
  const world = worldOf({ ...setup, options });
  const checks = openChecks(world);
  const note = (event: Event): void => {
    look(checks, world, event);
    see(world, event);
  };
  for (let act = 0; act < acts; act += 1) {
    const command = nextAct(world, chance);
    const given = command === null ? null : execute(world, command);
    if (given?.ok) note(given.value);
    const until = world.time + lull(chance);
    for (let event = advance(world, until); event !== null; event = advance(world, until))
      note(event);
  }
  return checks.violations;
}

test('no property breaks, and servers that have applied as much remember the same', () => {
  let refused = 0;
  for (let seed = 1; seed <= 60; seed += 1) {
    const remembered = new Map<number, string>();
    const violations = storm(seed, 1 + (seed % 2), (world, { after, clients }) => {
      refused += clients.filter(({ answer }) => answer !== null && 'expired' in answer).length;
      if (after === null) return;
      const sessions = JSON.stringify(world.machines[after.id]?.sessions);
      const known = remembered.get(after.lastApplied) ?? sessions;
      remembered.set(after.lastApplied, known);
      expect(sessions, `seed ${seed}, index ${after.lastApplied}`).toBe(known);
    });
    expect(violations, `seed ${seed}`).toEqual([]);
  }
  expect(refused).toBeGreaterThan(20);
});

test('the limit of a run stays what it was, whatever options are given later', () => {
  const cluster = running(alike(3, {}), { options: { sessionLimit: 2 } });
  const { options } = cluster.world;
  execute(cluster.world, {
    type: 'options',
    options: { ...options, sessionLimit: null, lossRate: 0.5 },
    rulesOff: [],
  });
  expect(cluster.world.options).toMatchObject({ sessionLimit: 2, lossRate: 0.5 });
});
