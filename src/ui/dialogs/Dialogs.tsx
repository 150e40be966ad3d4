/** The dialogs; the code of each comes when it is opened for the first time. */
import { lazy, Suspense } from 'react';
import type { Panel } from '../../store/index.ts';
import { useView } from '../hooks/lab.ts';
import { useIsPhone } from '../hooks/useMedia.ts';

const Partition = lazy(() =>
  import('./Partition.tsx').then((loaded) => ({ default: loaded.Partition })),
);
const Help = lazy(() => import('./Help.tsx').then((loaded) => ({ default: loaded.Help })));
const GoTo = lazy(() => import('./GoTo.tsx').then((loaded) => ({ default: loaded.GoTo })));
const Sheet = lazy(() => import('./Sheet.tsx').then((loaded) => ({ default: loaded.Sheet })));

const DiagramSheet = lazy(() =>
  import('../spacetime/DiagramSheet.tsx').then((loaded) => ({ default: loaded.DiagramSheet })),
);

/** What stands beside the picture on a desk, and in the sheet on a phone. */
const inSheet = new Set<Panel>(['sheet', 'inspector', 'conditions']);

/** The dialog that is open, if one is. */
export function Dialogs() {
  const isPhone = useIsPhone();
  const panel = useView(({ panel }) => panel);
  const isDiagramOpen = useView(({ diagram }) => diagram !== 'closed');
  return (
    <Suspense>
      {panel === 'partition' && <Partition />}
      {panel === 'help' && <Help />}
      {panel === 'goTo' && <GoTo />}
      {isPhone && isDiagramOpen && <DiagramSheet />}
      {isPhone && panel !== null && inSheet.has(panel) && (
        <Sheet isReading={panel === 'inspector'} />
      )}
    </Suspense>
  );
}
