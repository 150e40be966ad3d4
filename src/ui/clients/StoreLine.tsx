/** The key-value store at the leader, in one line. */
import { sortedMap } from '../../base/index.ts';
import type { Machine } from '../../kv/index.ts';
import { leaderOf } from '../../sim/index.ts';
import { words } from '../../words/index.ts';
import { useTimeline } from '../hooks/lab.ts';

/** `Store at S3: A=1 B=2`. */
export function StoreLine() {
  const { world, run } = useTimeline();
  const leader = leaderOf(world);
  if (leader === null) return <p className="store">{words.store.noLeader}</p>;
  const name = run.setup.names[leader] ?? '';
  return (
    <p className="store">
      {words.store.at(name)} <code>{storeText(world.machines[leader] as Machine)}</code>
    </p>
  );
}

/** The pairs in the order of their keys: `A=1 B=2`. */
export function storeText({ data }: Machine): string {
  const pairs = sortedMap.entries(data).map(([key, value]) => words.store.pair(key, value));
  return pairs.length === 0 ? words.store.empty : pairs.join('  ');
}
