/** What stands in a frame of somebody else's: what a lecturer shows of the cluster, in as little room as there is. */
import { ExternalLink } from 'lucide';
import { Suspense, useEffect, useState } from 'react';
import { linkTo, lookOf } from '../../store/index.ts';
import { embed as said, words } from '../../words/index.ts';
import { Icon } from '../controls/Icon.tsx';
import { Dialogs } from '../dialogs/Dialogs.tsx';
import { Modified } from '../header/Modified.tsx';
import { type Lab, LabContext, useLab, useSession } from '../hooks/lab.ts';
import { useTheme } from '../hooks/useTheme.ts';
import { Arrival } from '../narration/Arrival.tsx';
import { Narration } from '../narration/Narration.tsx';
import { Troubles } from '../narration/Troubles.tsx';
import { useShortcuts } from '../shortcuts/useShortcuts.ts';
import { Menus } from '../stage/Menus.tsx';
import { Stage } from '../stage/Stage.tsx';
import { Score } from '../transport/Score.tsx';
import { Buttons } from '../transport/Transport.tsx';
import { Boundary } from '../trouble/Boundary.tsx';
import '../styles/embed.css';

/** Everything, around one laboratory. */
export function EmbedPage({ lab }: { readonly lab: Lab }) {
  return (
    <Boundary lab={lab}>
      <LabContext value={lab}>
        <Embedded />
      </LabContext>
    </Boundary>
  );
}

function Embedded() {
  useShortcuts();
  useTheme();
  // That it is the state which was shared needs no word here; that it is not does.
  const isOther = useSession(({ arrival }) => arrival !== null && !arrival.isSame);
  return (
    <div className="page is-embed">
      <main className="embed" aria-label={said.name}>
        <h1 className="hidden">{said.name}</h1>
        <Modified />
        <div className="embed-stage" id="servers" tabIndex={-1}>
          <Stage />
        </div>
        <Narration />
        <Troubles />
        {isOther && <Arrival />}
        <section className="transport" aria-label={words.page.timeHeading}>
          <Buttons canRestart={false} />
          <Score />
          <OpenWhole />
        </section>
      </main>
      <Suspense>
        <Menus />
        <Dialogs />
      </Suspense>
    </div>
  );
}

/** The way to the whole page at this very moment, in a place of its own. */
function OpenWhole() {
  const [address, renew] = useAddress();
  return (
    <a
      className="button embed-open"
      href={address}
      target="_blank"
      rel="noopener"
      aria-label={said.open}
      title={said.open}
      onPointerEnter={renew}
      onPointerDown={renew}
      onFocus={renew}
    >
      <Icon of={ExternalLink} size={16} />
      <span>{said.openShort}</span>
    </a>
  );
}

/** The link to where the run stands: made anew when it stands still, and when somebody is about to follow it. */
function useAddress(): readonly [string, () => void] {
  const { session, view } = useLab();
  const [address, setAddress] = useState(location.href.replace(/#.*$/, ''));
  // While it plays the address of the moment before is near enough, until somebody comes near the link.
  const stood = useSession(({ version, isPlaying }) => (isPlaying ? null : version));
  const renew = (): void => {
    const state = session.store.getState();
    void linkTo(state, lookOf(view, state.speed)).then(({ address: now }) => setAddress(now));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what `renew` reads changes with the version.
  useEffect(renew, [stood]);
  return [address, renew];
}
