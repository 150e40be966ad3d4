/** The laboratory as it stands on the page. */
import { type CSSProperties, Suspense, useEffect } from 'react';
import { beside } from '../store/index.ts';
import { words } from '../words/index.ts';
import { Clients } from './clients/Clients.tsx';
import { Compared } from './compare/Compared.tsx';
import { Header } from './header/Header.tsx';
import { type Lab, LabContext, useSession, useView } from './hooks/lab.ts';
import { useIsPhone } from './hooks/useMedia.ts';
import { useTheme } from './hooks/useTheme.ts';
import { Logs } from './logs/Logs.tsx';
import { Narration } from './narration/Narration.tsx';
import { isPlace, isSidePanel } from './panels/sidePanels.ts';
import { part } from './parts.ts';
import { useShortcuts } from './shortcuts/useShortcuts.ts';
import { Stage } from './stage/Stage.tsx';
import { Transport } from './transport/Transport.tsx';
import { Boundary } from './trouble/Boundary.tsx';
import { Turn, Turns } from './turns.tsx';

const soon = () => import('./soon.ts');
const Arrival = part(() => soon().then((loaded) => loaded.Arrival));
const Dialogs = part(() => soon().then((loaded) => loaded.Dialogs));
const Doors = part(() => soon().then((loaded) => loaded.Doors));
const LanguageOffer = part(() => soon().then((loaded) => loaded.LanguageOffer));
const Menus = part(() => soon().then((loaded) => loaded.Menus));
const Modified = part(() => soon().then((loaded) => loaded.Modified));
const StageTools = part(() => soon().then((loaded) => loaded.StageTools));
const Splitter = part(() => soon().then((loaded) => loaded.Splitter));
const Troubles = part(() => soon().then((loaded) => loaded.Troubles));
const Wondering = part(() => soon().then((loaded) => loaded.Wondering));
const DiagramStrip = part(() =>
  import('./spacetime/Diagram.tsx').then((loaded) => loaded.DiagramStrip),
);
const Place = part(() => soon().then((loaded) => loaded.Place));
const PhonePage = part(() => import('./phone/PhonePage.tsx').then((loaded) => loaded.PhonePage));
const Presenter = part(() =>
  import('./presenter/Presenter.tsx').then((loaded) => loaded.Presenter),
);
const SidePanel = part(() => import('./panels/SidePanel.tsx').then((loaded) => loaded.SidePanel));

/** Everything, around one laboratory. */
export function App({ lab }: { readonly lab: Lab }) {
  const { session } = lab;
  useEffect(() => {
    // An effect comes when the browser has painted: what nobody sees waits for what is seen.
    void import('./later.ts').then(({ goOn }) => goOn(session)).catch(() => {});
  }, [session]);
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
  const isPresenting = useView(({ isPresenting }) => isPresenting);
  return (
    <div
      className={`page ${isBeside ? 'has-panel' : ''} has-diagram-${diagram}`}
      style={useSizes()}
    >
      <SkipLinks />
      {isPhone ? (
        <Suspense>
          <PhonePage />
        </Suspense>
      ) : (
        <DeskPage isBeside={isBeside} />
      )}
      <Suspense>
        <Menus />
        <Dialogs />
      </Suspense>
      {isPresenting && (
        <Suspense>
          <Presenter />
        </Suspense>
      )}
    </div>
  );
}

/** What a reader has drawn, for the styles; what nobody has drawn they decide. */
function useSizes(): CSSProperties {
  const sizes = useView(({ sizes }) => sizes);
  return Object.fromEntries(Object.entries(sizes).map(([part, share]) => [`--${part}`, share]));
}

function DeskPage({ isBeside }: { readonly isBeside: boolean }) {
  const isElsewhere = useView((view) => isPlace(beside(view)));
  const isDrawn = useView(({ diagram }) => diagram !== 'closed') && !isElsewhere;
  return (
    <Turns later={soon}>
      <div>
        <Turn of="header" otherwise={<header className="bar" />}>
          <Header />
        </Turn>
        <Turn of="views">
          <Suspense>
            <Modified />
            <LanguageOffer />
          </Suspense>
        </Turn>
      </div>
      {isElsewhere ? (
        <Suspense fallback={<main />}>
          <Place />
        </Suspense>
      ) : (
        <DeskBody isBeside={isBeside} />
      )}
      {isDrawn && (
        <Suspense fallback={<section className="spacetime" />}>
          <DiagramStrip />
        </Suspense>
      )}
      <Turn of="transport" otherwise={<footer className="transport" />}>
        <Transport />
      </Turn>
    </Turns>
  );
}

function DeskBody({ isBeside }: { readonly isBeside: boolean }) {
  const isCompared = useSession(({ comparison }) => comparison !== null);
  return (
    <main className="desk">
      <div className="left" id="servers" tabIndex={-1}>
        <Stage />
        <Turn of="tools">
          <Suspense>
            <StageTools />
          </Suspense>
        </Turn>
        <Turn of="narration" otherwise={<section className="narration" />}>
          <Narration />
        </Turn>
        <Turn of="tools">
          <Suspense>
            <Troubles />
            <Wondering />
            <Arrival />
          </Suspense>
        </Turn>
      </div>
      <div className="right">
        <Turn of="logs">{isCompared ? <Compared /> : <Usual />}</Turn>
      </div>
      {isBeside && (
        <Suspense fallback={<aside className="panel" />}>
          <SidePanel />
        </Suspense>
      )}
      <Turn of="doors">
        <Suspense>
          <Splitter of="desk" />
          {isBeside && <Splitter of="panel" />}
        </Suspense>
      </Turn>
    </main>
  );
}

const Usual = () => (
  <>
    <Logs />
    <Turn of="clients">
      <Clients />
    </Turn>
    <Turn of="doors">
      <Suspense>
        <Doors />
      </Suspense>
    </Turn>
  </>
);

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
