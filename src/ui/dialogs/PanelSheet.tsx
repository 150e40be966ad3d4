/** On a phone: a panel that stands beside the picture elsewhere, in a sheet of its own. */

import { useView } from '../hooks/lab.ts';
import { isSidePanel, sidePanels } from '../panels/SidePanel.tsx';
import { Frame } from './Frame.tsx';

export function PanelSheet() {
  const panel = useView(({ panel }) => panel);
  if (!isSidePanel(panel)) return null;
  const { title, Body } = sidePanels[panel];
  return (
    <Frame title={title} className="is-sheet">
      <Body />
    </Frame>
  );
}
