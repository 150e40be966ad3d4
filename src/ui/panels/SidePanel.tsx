/** The panel beside the logs: conditions, rules, facts, branches, Figure 2, answers; its code comes when it is opened. */
import { X } from 'lucide';
import { type ComponentType, Suspense } from 'react';
import type { Panel } from '../../store/index.ts';
import { words } from '../../words/index.ts';
import { Icon } from '../controls/Icon.tsx';
import { useLab, useView } from '../hooks/lab.ts';
import { Branches, Conditions, Figure2, Inspector, Rules, WhyPanel } from '../later.ts';

/** What can stand beside the picture, with its heading. */
export const sidePanels = {
  conditions: { title: words.page.conditions, Body: Conditions },
  inspector: { title: words.page.inspector, Body: Inspector },
  branches: { title: words.page.branches, Body: Branches },
  figure2: { title: words.page.figure2, Body: Figure2 },
  rules: { title: words.page.rules, Body: Rules },
  why: { title: words.page.whyTitle, Body: WhyPanel },
} as const satisfies Partial<Record<Panel, { title: string; Body: ComponentType }>>;

export const isSidePanel = (panel: Panel | null): panel is keyof typeof sidePanels =>
  panel !== null && Object.hasOwn(sidePanels, panel);

/** Stands beside the picture and never over it; the rest of the page stays in use. */
export function SidePanel() {
  const { view } = useLab();
  const panel = useView(({ panel }) => panel);
  if (!isSidePanel(panel)) return null;
  const { title, Body } = sidePanels[panel];
  return (
    <aside className="panel" aria-label={title}>
      <header className="section-head">
        <h2>{title}</h2>
        <button type="button" className="icon" aria-label={words.page.close} onClick={view.close}>
          <Icon of={X} size={18} />
        </button>
      </header>
      <div className="panel-body">
        <Suspense>
          <Body />
        </Suspense>
      </div>
    </aside>
  );
}
