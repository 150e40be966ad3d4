/** A clear and lasting word that what runs is not Raft as it should be. */
import { words } from '../../words/index.ts';
import { useTimeline } from '../hooks/lab.ts';

/** Nothing while every rule holds. */
export function Modified() {
  const { rulesOff } = useTimeline().world;
  if (rulesOff.length === 0) return null;
  return <p className="modified">{words.page.modified(rulesOff)}</p>;
}
