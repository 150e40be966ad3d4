/** The panel beside the logs: the conditions of the run, or all that is known of one thing. */
import { X } from 'lucide-react';
import { Suspense } from 'react';
import { words } from '../../words/index.ts';
import { useLab, useView } from '../hooks/lab.ts';
import { Conditions, Inspector } from '../later.ts';

/** Stands beside the picture and never over it; the rest of the page stays in use. */
export function SidePanel() {
  const { view } = useLab();
  const isConditions = useView(({ panel }) => panel === 'conditions');
  const title = isConditions ? words.page.conditions : words.page.inspector;
  return (
    <aside className="panel" aria-label={title}>
      <header className="section-head">
        <h2>{title}</h2>
        <button type="button" className="icon" aria-label={words.page.close} onClick={view.close}>
          <X aria-hidden="true" size={18} />
        </button>
      </header>
      <div className="panel-body">
        <Suspense>{isConditions ? <Conditions /> : <Inspector />}</Suspense>
      </div>
    </aside>
  );
}
