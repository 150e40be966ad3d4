/** The laboratory as it stands on the page. */
import { type CSSProperties, Suspense, startTransition, useEffect, useState } from 'react';
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
  const turn = useTurn();
  const isElsewhere = useView((view) => isPlace(beside(view)));
  const isDrawn = useView(({ diagram }) => diagram !== 'closed') && !isElsewhere;
  return (
    <>
      <div>
        <Header />
        <Suspense>
          <Modified />
          <LanguageOffer />
        </Suspense>
      </div>
      {isElsewhere ? (
        <Suspense fallback={<main />}>
          <Place />
        </Suspense>
      ) : (
        <DeskBody isBeside={isBeside} turn={turn} />
      )}
      {isDrawn && (
        <Suspense fallback={<section className="spacetime" />}>
          <DiagramStrip />
        </Suspense>
      )}
      {turn > 1 ? <Transport /> : <footer className="transport" />}
    </>
  );
}

/** In how many turns a desk is put together: all of it at once would be laid out in one go. */
const turns = 2;

/** How much of the desk may stand there by now: each turn comes when the one before it is painted. */
function useTurn(): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (turn < turns) startTransition(() => setTurn(turn + 1));
  }, [turn]);
  return turn;
}

interface BodyProps {
  readonly isBeside: boolean;
  readonly turn: number;
}

function DeskBody({ isBeside, turn }: BodyProps) {
  const isCompared = useSession(({ comparison }) => comparison !== null);
  return (
    <main className="desk">
      <div className="left" id="servers" tabIndex={-1}>
        <Stage />
        <Suspense>
          <StageTools />
        </Suspense>
        <Narration />
        <Suspense>
          <Troubles />
          <Wondering />
          <Arrival />
        </Suspense>
      </div>
      <div className="right">{turn > 0 && (isCompared ? <Compared /> : <Usual turn={turn} />)}</div>
      {isBeside && (
        <Suspense fallback={<aside className="panel" />}>
          <SidePanel />
        </Suspense>
      )}
      <Suspense>
        <Splitter of="desk" />
        {isBeside && <Splitter of="panel" />}
      </Suspense>
    </main>
  );
}

function Usual({ turn }: Pick<BodyProps, 'turn'>) {
  return (
    <>
      <Logs />
      {turn > 1 && <Clients />}
      <Suspense>
        <Doors />
      </Suspense>
    </>
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
