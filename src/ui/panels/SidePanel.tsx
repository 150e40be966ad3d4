/** The panel beside the logs: conditions, rules, facts, branches, Figure 2, answers; its code comes when it is opened. */
import { type ComponentType, Suspense } from 'react';
import { course, properties, words } from '../../words/index.ts';
import { Cross } from '../controls/Cross.tsx';
import { useLab, useView } from '../hooks/lab.ts';
import { part } from '../parts.ts';
import '../styles/panels.css';
import { isSidePanel, type SidePanelName } from './sidePanels.ts';

const Branches = part(() => import('../branches/Branches.tsx').then((loaded) => loaded.Branches));
const Conditions = part(() =>
  import('../conditions/Conditions.tsx').then((loaded) => loaded.Conditions),
);
const Figure2 = part(() => import('../figure2/Figure2.tsx').then((loaded) => loaded.Figure2));
const Inspector = part(() =>
  import('../inspector/Inspector.tsx').then((loaded) => loaded.Inspector),
);
const LessonCard = part(() =>
  import('../course/LessonCard.tsx').then((loaded) => loaded.LessonCard),
);
const PropertyList = part(() =>
  import('../properties/PropertyList.tsx').then((loaded) => loaded.PropertyList),
);
const Rules = part(() => import('../conditions/Rules.tsx').then((loaded) => loaded.Rules));
const WhyPanel = part(() => import('../why/WhyPanel.tsx').then((loaded) => loaded.WhyPanel));

/** What can stand beside the picture, with its heading. */
export const sidePanels = {
  conditions: { title: words.page.conditions, Body: Conditions },
  inspector: { title: words.page.inspector, Body: Inspector },
  branches: { title: words.page.branches, Body: Branches },
  figure2: { title: words.page.figure2, Body: Figure2 },
  rules: { title: words.page.rules, Body: Rules },
  why: { title: words.page.whyTitle, Body: WhyPanel },
  lesson: { title: course.card, Body: LessonCard },
  properties: { title: properties.title, Body: PropertyList },
} as const satisfies Record<SidePanelName, { title: string; Body: ComponentType }>;

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
        <Cross label={words.page.close} onPress={view.close} size={18} />
      </header>
      <div className="panel-body">
        <Suspense>
          <Body />
        </Suspense>
      </div>
    </aside>
  );
}
