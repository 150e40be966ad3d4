/** What can stand beside the picture, or in its place; its code comes when it is opened. */
import type { Panel } from '../../store/index.ts';

const names = [
  'conditions',
  'inspector',
  'branches',
  'figure2',
  'rules',
  'why',
  'lesson',
  'properties',
] as const satisfies readonly Panel[];

export type SidePanelName = (typeof names)[number];

export const isSidePanel = (panel: Panel | null): panel is SidePanelName =>
  (names as readonly (Panel | null)[]).includes(panel);

const places = ['lab', 'lessons', 'editor'] as const satisfies readonly Panel[];

/** Whether it stands in the place of the picture. */
export const isPlace = (panel: Panel | null): boolean =>
  (places as readonly (Panel | null)[]).includes(panel);
