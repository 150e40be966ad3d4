/** What can stand beside the picture; its code comes when it is opened. */
import type { Panel } from '../../store/index.ts';

const names = [
  'conditions',
  'inspector',
  'branches',
  'figure2',
  'rules',
  'why',
  'properties',
] as const satisfies readonly Panel[];

export type SidePanelName = (typeof names)[number];

export const isSidePanel = (panel: Panel | null): panel is SidePanelName =>
  (names as readonly (Panel | null)[]).includes(panel);
