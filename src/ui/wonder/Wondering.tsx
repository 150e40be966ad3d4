/** One quiet question that the reader's own run raises, below the sentence; it can be asked, or sent away. */
import { X } from 'lucide';
import { useEffect, useState } from 'react';
import { wonders as said } from '../../words/index.ts';
import { Icon } from '../controls/Icon.tsx';
import { type Lab, useLab, useView } from '../hooks/lab.ts';
import { createWatcher, type Raised } from './watcher.ts';
import '../styles/wonder.css';

/** The line, while there is a question; a place to say it in politely, all the time. */
export function Wondering() {
  const isWanted = useView(({ isWondering }) => isWondering);
  return isWanted ? <Line /> : null;
}

function Line() {
  const lab = useLab();
  const [raised, drop] = useRaised(lab);
  return (
    <div className="wonder" role="status" aria-label={said.label}>
      {raised !== null && (
        <>
          <button type="button" className="link" onClick={() => ask(lab, raised, drop)}>
            {said.ask[raised.id](raised)}
          </button>
          <button type="button" className="icon" aria-label={said.dismiss} onClick={drop}>
            <Icon of={X} size={16} />
          </button>
        </>
      )}
    </div>
  );
}

/** It is answered where it was raised: what it is about may have changed since. */
function ask({ session, view }: Lab, { subject, isWhyNot, seq }: Raised, drop: () => void): void {
  session.pause();
  if (session.store.getState().timeline.world.seq !== seq) session.seekSeq(seq);
  view.ask(subject, isWhyNot);
  drop();
}

/** What stands there until it is asked or sent away; another run, or a moment before it, takes it off. */
function useRaised({ session }: Lab): readonly [Raised | null, () => void] {
  const [raised, setRaised] = useState<Raised | null>(null);
  useEffect(() => {
    const watcher = createWatcher();
    const look = (now: Raised | null): Raised | null => {
      const state = session.store.getState();
      if (now !== null && state.timeline.world.seq >= now.seq) return now;
      return watcher.look(state);
    };
    return session.store.subscribe((state, before) => {
      if (state.origin !== before.origin) setRaised(null);
      if (state.version !== before.version) setRaised(look);
    });
  }, [session]);
  return [raised, () => setRaised(null)];
}
