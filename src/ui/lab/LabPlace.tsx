/** Where the lab stands: in the place of the picture on a desk, in a sheet of the whole page on a phone. */
import { X } from 'lucide';
import { useEffect, useRef } from 'react';
import { lab as said, words } from '../../words/index.ts';
import { Icon } from '../controls/Icon.tsx';
import { Frame } from '../dialogs/Frame.tsx';
import { useLab } from '../hooks/lab.ts';
import { Benches } from './Benches.tsx';
import '../styles/lab.css';

/** The run in hand stands still meanwhile: nothing of it shall pass unseen. */
function useStill(): void {
  const { session } = useLab();
  useEffect(() => session.pause(), [session]);
}

/** The main part of the page while the lab is open. */
export function LabPlace() {
  const { view } = useLab();
  const heading = useRef<HTMLHeadingElement>(null);
  useStill();
  useEffect(() => {
    heading.current?.focus();
    return () => {
      // What had the focus has gone with the lab.
      if (document.activeElement === document.body) document.getElementById('view-lab')?.focus();
    };
  }, []);
  return (
    <main className="lab" aria-labelledby="lab-title">
      <h2 id="lab-title" ref={heading} tabIndex={-1}>
        {said.title}
      </h2>
      <Benches>
        <button type="button" className="icon" aria-label={words.page.close} onClick={view.close}>
          <Icon of={X} size={18} />
        </button>
      </Benches>
    </main>
  );
}

export function LabSheet() {
  useStill();
  return (
    <Frame title={said.title} className="is-sheet is-lab">
      <Benches />
    </Frame>
  );
}
