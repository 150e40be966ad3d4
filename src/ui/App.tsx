/** The laboratory as it stands on the page. */
import { lazy, Suspense, useEffect } from 'react';
import { themeOf } from '../store/index.ts';
import { words } from '../words/index.ts';
import { Clients } from './clients/Clients.tsx';
import { Dialogs } from './dialogs/Dialogs.tsx';
import { Header } from './header/Header.tsx';
import { type Lab, LabContext, useView } from './hooks/lab.ts';
import { useIsPhone } from './hooks/useMedia.ts';
import { Logs } from './logs/Logs.tsx';
import { Narration } from './narration/Narration.tsx';
import { Troubles } from './narration/Troubles.tsx';
import { SidePanel } from './panels/SidePanel.tsx';
import { useShortcuts } from './shortcuts/useShortcuts.ts';
import { Menus } from './stage/Menus.tsx';
import { Stage } from './stage/Stage.tsx';
import { StageTools } from './stage/StageTools.tsx';
import { Transport } from './transport/Transport.tsx';
import { Boundary } from './trouble/Boundary.tsx';

const DiagramStrip = lazy(() =>
  import('./spacetime/Diagram.tsx').then((loaded) => ({ default: loaded.DiagramStrip })),
);

/** Everything, around one laboratory. */
export function App({ lab }: { readonly lab: Lab }) {
  return (
    <Boundary lab={lab}>
      <LabContext value={lab}>
        <Page />
      </LabContext>
    </Boundary>
  );
}

function Page() {
  useShortcuts();
  useTheme();
  const isPhone = useIsPhone();
  const panel = useView(({ panel }) => panel);
  const isBeside = !isPhone && (panel === 'conditions' || panel === 'inspector');
  const diagram = useView(({ diagram }) => diagram);
  return (
    <div className={`page ${isBeside ? 'has-panel' : ''} has-diagram-${diagram}`}>
      <SkipLinks />
      <Header />
      {isPhone ? <PhoneBody /> : <DeskBody isBeside={isBeside} />}
      {!isPhone && diagram !== 'closed' && (
        <Suspense fallback={<section className="spacetime" />}>
          <DiagramStrip />
        </Suspense>
      )}
      <Transport />
      <Menus />
      <Dialogs />
    </div>
  );
}

function DeskBody({ isBeside }: { readonly isBeside: boolean }) {
  return (
    <main className="desk">
      <div className="left" id="servers" tabIndex={-1}>
        <Stage />
        <StageTools />
        <Narration />
        <Troubles />
      </div>
      <div className="right">
        <Logs />
        <Clients />
      </div>
      {isBeside && <SidePanel />}
    </main>
  );
}

function PhoneBody() {
  return (
    <main className="phone">
      <Narration />
      <Troubles />
      <div id="servers" tabIndex={-1}>
        <Logs />
      </div>
    </main>
  );
}

function SkipLinks() {
  const { skip, skipLabel } = words.page;
  return (
    <nav className="skip" aria-label={skipLabel}>
      {(Object.keys(skip) as (keyof typeof skip)[]).map((target) => (
        <a key={target} href={`#${target}`}>
          {skip[target]}
        </a>
      ))}
    </nav>
  );
}

function useTheme() {
  const theme = useView(themeOf);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
}
