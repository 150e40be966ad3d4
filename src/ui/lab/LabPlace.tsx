/** Where the lab stands: in the place of the picture on a desk, in a sheet of the whole page on a phone. */
import { lab as said, words } from '../../words/index.ts';
import { Cross } from '../controls/Cross.tsx';
import { Frame } from '../dialogs/Frame.tsx';
import { useLab } from '../hooks/lab.ts';
import { usePlace, useStandingStill } from '../places/usePlace.ts';
import { Benches } from './Benches.tsx';
import '../styles/lab.css';

/** The main part of the page while the lab is open. */
export function LabPlace() {
  const { view } = useLab();
  const heading = usePlace('view-lab');
  return (
    <main className="lab" aria-labelledby="lab-title">
      <h2 id="lab-title" ref={heading} tabIndex={-1}>
        {said.title}
      </h2>
      <Benches>
        <Cross label={words.page.close} onPress={view.close} size={18} />
      </Benches>
    </main>
  );
}

/** The same on a phone. */
export function LabSheet() {
  useStandingStill();
  return (
    <Frame title={said.title} className="is-sheet is-lab">
      <Benches />
    </Frame>
  );
}
