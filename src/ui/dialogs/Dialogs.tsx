/** The dialogs. */
import { Suspense } from 'react';
import type { Panel } from '../../store/index.ts';
import { useView } from '../hooks/lab.ts';
import { useIsPhone } from '../hooks/useMedia.ts';
import { GoTo, Help, Palette, PanelSheet, Partition, Share, Sheet } from '../later.ts';

/** What stands beside the picture on a desk, and in the sheet on a phone. */
const inSheet = new Set<Panel>(['sheet', 'inspector', 'conditions']);
/** What stands beside the picture on a desk, and in a sheet of its own on a phone. */
const alone = new Set<Panel>(['branches', 'figure2']);

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
