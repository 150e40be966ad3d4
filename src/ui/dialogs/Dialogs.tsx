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

const Share = lazy(() =>
  import('../share/Share.tsx').then((loaded) => ({ default: loaded.Share })),
);
const Palette = lazy(() =>
  import('../palette/Palette.tsx').then((loaded) => ({ default: loaded.Palette })),
);
const PanelSheet = lazy(() =>
  import('./PanelSheet.tsx').then((loaded) => ({ default: loaded.PanelSheet })),
);

/** What stands beside the picture on a desk, and in the sheet on a phone. */
const inSheet = new Set<Panel>(['sheet', 'inspector', 'conditions']);
/** What stands beside the picture on a desk, and in a sheet of its own on a phone. */
const alone = new Set<Panel>(['branches', 'figure2', 'why']);

/** The dialog that is open, if one is. */
export function Dialogs() {
  const isPhone = useIsPhone();
  const panel = useView(({ panel }) => panel);
  return (
    <Suspense>
      {panel === 'partition' && <Partition />}
      {panel === 'help' && <Help />}
      {panel === 'goTo' && <GoTo />}
      {panel === 'share' && <Share />}
      {panel === 'palette' && <Palette />}
      {isPhone && panel !== null && alone.has(panel) && <PanelSheet />}
      {isPhone && panel !== null && inSheet.has(panel) && (
        <Sheet isReading={panel === 'inspector'} />
      )}
    </Suspense>
  );
}
