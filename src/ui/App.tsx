/** The laboratory as it stands on the page. */
import { Suspense, useEffect } from 'react';
import { themeOf } from '../store/index.ts';
import { words } from '../words/index.ts';
import { Clients } from './clients/Clients.tsx';
import { Dialogs } from './dialogs/Dialogs.tsx';
import { Header } from './header/Header.tsx';
import { Modified } from './header/Modified.tsx';
import { type Lab, LabContext, useSession, useView } from './hooks/lab.ts';
import { useIsPhone } from './hooks/useMedia.ts';
import { Compare, DiagramStrip, LanguageOffer } from './later.ts';
import { Logs } from './logs/Logs.tsx';
import { Arrival } from './narration/Arrival.tsx';
import { Narration } from './narration/Narration.tsx';
import { Troubles } from './narration/Troubles.tsx';
import { isSidePanel, SidePanel } from './panels/SidePanel.tsx';
import { useShortcuts } from './shortcuts/useShortcuts.ts';
import { Menus } from './stage/Menus.tsx';
import { Stage } from './stage/Stage.tsx';
import { StageTools } from './stage/StageTools.tsx';
import { Transport } from './transport/Transport.tsx';
import { Boundary } from './trouble/Boundary.tsx';

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
  const isBeside = !isPhone && isSidePanel(panel);
  const diagram = useView(({ diagram }) => diagram);
  return (
    <div className={`page ${isBeside ? 'has-panel' : ''} has-diagram-${diagram}`}>
      <SkipLinks />
      <div>
        <Header />
        <Modified />
        <Suspense>
          <LanguageOffer />
        </Suspense>
      </div>
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
  const isCompared = useSession(({ comparison }) => comparison !== null);
  return (
    <main className="desk">
      <div className="left" id="servers" tabIndex={-1}>
        <Stage />
        <StageTools />
        <Narration />
        <Troubles />
        <Arrival />
      </div>
      <div className="right">{isCompared ? <Compared /> : <Usual />}</div>
      {isBeside && <SidePanel />}
    </main>
  );
}

function Usual() {
  return (
    <>
      <Logs />
      <Clients />
    </>
  );
}

function Compared() {
  return (
    <Suspense>
      <Compare />
    </Suspense>
  );
}

function PhoneBody() {
  const isCompared = useSession(({ comparison }) => comparison !== null);
  return (
    <main className="phone">
      <Narration />
      <Troubles />
      <Arrival />
      {isCompared && <Compared />}
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
