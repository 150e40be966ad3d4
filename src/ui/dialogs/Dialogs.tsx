/** The dialogs; the code of each comes when it is opened for the first time. */
import { lazy, Suspense } from 'react';
import { useView } from '../hooks/lab.ts';

const Partition = lazy(() =>
  import('./Partition.tsx').then((loaded) => ({ default: loaded.Partition })),
);
const Help = lazy(() => import('./Help.tsx').then((loaded) => ({ default: loaded.Help })));
const Sheet = lazy(() => import('./Sheet.tsx').then((loaded) => ({ default: loaded.Sheet })));

/** The dialog that is open, if one is. */
export function Dialogs() {
  const panel = useView(({ panel }) => panel);
  return (
    <Suspense>
      {panel === 'partition' && <Partition />}
      {panel === 'help' && <Help />}
      {panel === 'sheet' && <Sheet />}
    </Suspense>
  );
}
