/** The dialogs. */
import { Suspense } from 'react';
import type { Panel } from '../../store/index.ts';
import { useView } from '../hooks/lab.ts';
import { useIsPhone } from '../hooks/useMedia.ts';
import { sidePanels } from '../panels/SidePanel.tsx';
import { isPlace, isSidePanel, type SidePanelName } from '../panels/sidePanels.ts';
import { part } from '../parts.ts';
import { PlaceSheet } from '../places/Place.tsx';

const DiagramSheet = part(() =>
  import('../spacetime/DiagramSheet.tsx').then((loaded) => loaded.DiagramSheet),
);
const EventPalette = part(() =>
  import('../palette/Palette.tsx').then((loaded) => loaded.EventPalette),
);
const Glossary = part(() => import('../glossary/Glossary.tsx').then((loaded) => loaded.Glossary));
const GoTo = part(() => import('./GoTo.tsx').then((loaded) => loaded.GoTo));
const Help = part(() => import('./Help.tsx').then((loaded) => loaded.Help));
const PageMenu = part(() => import('../menu/PageMenu.tsx').then((loaded) => loaded.PageMenu));
const Palette = part(() => import('../palette/Palette.tsx').then((loaded) => loaded.Palette));
const PanelSheet = part(() => import('./PanelSheet.tsx').then((loaded) => loaded.PanelSheet));
const Partition = part(() => import('./Partition.tsx').then((loaded) => loaded.Partition));
const Settings = part(() => import('../settings/Settings.tsx').then((loaded) => loaded.Settings));
const Share = part(() => import('../share/Share.tsx').then((loaded) => loaded.Share));
const Sheet = part(() => import('./Sheet.tsx').then((loaded) => loaded.Sheet));
const Transcript = part(() =>
  import('../transcript/Transcript.tsx').then((loaded) => loaded.Transcript),
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
      {(panel === 'help' || panel === 'legend') && <Help isLegend={panel === 'legend'} />}
      {panel === 'goTo' && <GoTo />}
      {panel === 'menu' && <PageMenu />}
      {panel === 'share' && <Share />}
      {panel === 'glossary' && <Glossary />}
      {panel === 'palette' && <Palette />}
      {panel === 'events' && <EventPalette />}
      {panel === 'settings' && <Settings />}
      {panel === 'transcript' && <Transcript />}
      {isPhone && isSidePanel(panel) && panel !== 'lesson' && !inSheet.has(panel) && (
        <Alone panel={panel} />
      )}
      {isPhone && isPlace(panel) && <PlaceSheet />}
      {isPhone && isDiagramOpen && <DiagramSheet />}
      {isPhone && panel !== null && inSheet.has(panel) && (
        <Sheet isReading={panel === 'inspector'} />
      )}
    </Suspense>
  );
}

// What has a place beside the picture elsewhere has a sheet of its own on a phone.
function Alone({ panel }: { readonly panel: SidePanelName }) {
  const { title, Body } = sidePanels[panel];
  return (
    <PanelSheet title={title}>
      <Body />
    </PanelSheet>
  );
}
