/** The dialogs. */
import { Suspense } from 'react';
import type { Panel } from '../../store/index.ts';
import { useView } from '../hooks/lab.ts';
import { useIsPhone } from '../hooks/useMedia.ts';
import {
  DiagramSheet,
  Glossary,
  GoTo,
  Help,
  Palette,
  PanelSheet,
  Partition,
  Share,
  Sheet,
} from '../later.ts';
import { isSidePanel, sidePanels } from '../panels/SidePanel.tsx';

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
      {panel === 'share' && <Share />}
      {panel === 'glossary' && <Glossary />}
      {panel === 'palette' && <Palette />}
      {isPhone && isSidePanel(panel) && !inSheet.has(panel) && <Alone panel={panel} />}
      {isPhone && isDiagramOpen && <DiagramSheet />}
      {isPhone && panel !== null && inSheet.has(panel) && (
        <Sheet isReading={panel === 'inspector'} />
      )}
    </Suspense>
  );
}

// What has a place beside the picture elsewhere has a sheet of its own on a phone.
function Alone({ panel }: { readonly panel: keyof typeof sidePanels }) {
  const { title, Body } = sidePanels[panel];
  return (
    <PanelSheet title={title}>
      <Body />
    </PanelSheet>
  );
}
