/** One quiet question that the reader's own run raises, below the sentence; it can be asked, or sent away. */
import { useEffect, useState } from 'react';
import type { Session } from '../../store/index.ts';
import { wonders as said } from '../../words/index.ts';
import { Cross } from '../controls/Cross.tsx';
import { type Lab, useLab, useView } from '../hooks/lab.ts';
import { createWatcher, type Raised, type Watcher } from './watcher.ts';
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
          <Cross label={said.dismiss} onPress={drop} />
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

interface Memory {
  readonly watcher: Watcher;
  raised: Raised | null;
}

/** By session: the line of a phone and that of a desk are two, and what one has asked the other does not ask again. */
const memories = new WeakMap<Session, Memory>();

function memoryOf(session: Session): Memory {
  const known = memories.get(session) ?? { watcher: createWatcher(), raised: null };
  memories.set(session, known);
  return known;
}

/** What stands there until it is asked or sent away; another run, or a moment before it, takes it off. */
function useRaised({ session }: Lab): readonly [Raised | null, () => void] {
  const memory = memoryOf(session);
  const [raised, setRaised] = useState(memory.raised);
  useEffect(() => {
    const keep = (now: Raised | null): void => {
      memory.raised = now;
      setRaised(now);
    };
    return session.store.subscribe((state, before) => {
      if (state.origin !== before.origin) keep(null);
      if (state.version === before.version) return;
      const now = memory.raised;
      const stands = now !== null && state.timeline.world.seq >= now.seq;
      if (!stands) keep(memory.watcher.look(state));
    });
  }, [session, memory]);
  const drop = (): void => {
    memory.raised = null;
    setRaised(null);
  };
  return [raised, drop];
}
