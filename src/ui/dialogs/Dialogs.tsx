/** The dialogs. */
import { Suspense } from 'react';
import type { Panel } from '../../store/index.ts';
import { useView } from '../hooks/lab.ts';
import { useIsPhone } from '../hooks/useMedia.ts';
import { GoTo, Help, Partition, Sheet } from '../later.ts';

/** What stands beside the picture on a desk, and in the sheet on a phone. */
const inSheet = new Set<Panel>(['sheet', 'inspector', 'conditions']);

/** The dialog that is open, if one is. */
export function Dialogs() {
  const isPhone = useIsPhone();
  const panel = useView(({ panel }) => panel);
  return (
    <Suspense>
      {panel === 'partition' && <Partition />}
      {panel === 'help' && <Help />}
      {panel === 'goTo' && <GoTo />}
      {isPhone && panel !== null && inSheet.has(panel) && (
        <Sheet isReading={panel === 'inspector'} />
      )}
    </Suspense>
  );
}
