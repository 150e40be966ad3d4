/** What stands in a frame of somebody else's: what a lecturer shows of the cluster, in as little room as there is. */
import { ExternalLink } from 'lucide';
import { Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { isOtherState, lessonAddress, lessonPlaceOf, linkTo, lookOf } from '../../store/index.ts';
import { embed as said, words } from '../../words/index.ts';
import { Icon } from '../controls/Icon.tsx';
import { useCourse } from '../course/now.ts';
import { Dialogs } from '../dialogs/Dialogs.tsx';
import { RulesOffStrip } from '../header/Modified.tsx';
import { type Lab, LabContext, useLab, useSession, useView } from '../hooks/lab.ts';
import { useTheme } from '../hooks/useTheme.ts';
import { Logs } from '../logs/Logs.tsx';
import { Arrival } from '../narration/Arrival.tsx';
import { Narration } from '../narration/Narration.tsx';
import { Troubles } from '../narration/Troubles.tsx';
import { useShortcuts } from '../shortcuts/useShortcuts.ts';
import { Menus } from '../stage/Menus.tsx';
import { Stage } from '../stage/Stage.tsx';
import { Score } from '../transport/Score.tsx';
import { Buttons } from '../transport/Transport.tsx';
import { Boundary } from '../trouble/Boundary.tsx';
import { EmbeddedLesson } from './EmbeddedLesson.tsx';
import '../styles/embed.css';
import '../styles/embedLesson.css';

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
  const isOther = useSession(({ arrival }) => arrival !== null && isOtherState(arrival));
  return (
    <div className="page is-embed">
      <main className="embed" aria-label={said.name}>
        <h1 className="hidden">{said.name}</h1>
        <RulesOffStrip />
        <div className="embed-body">
          <div className="embed-picture">
            <div className="embed-stage" id="servers" tabIndex={-1}>
              <Stage />
            </div>
            <Narration />
            <Troubles />
            {isOther && <Arrival />}
          </div>
          {useHasRoom() && <Logs />}
          <EmbeddedLesson />
        </div>
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

/** From these sizes on there is room for the logs as well: alone beside the picture, and with a lesson below it. */
const roomy = {
  alone: matchMedia('(min-width: 40em) and (min-height: 25em)'),
  withLesson: matchMedia('(min-width: 56em) and (min-height: 38em)'),
};

function listenToRoom(tell: () => void): () => void {
  const medias = Object.values(roomy);
  for (const media of medias) media.addEventListener('change', tell);
  return () => {
    for (const media of medias) media.removeEventListener('change', tell);
  };
}

function useHasRoom(): boolean {
  // The card has its place whatever lies over it.
  const { alone, withLesson } = roomy;
  const isLesson = useView((view) => view.panel === 'lesson' || view.under === 'lesson');
  return useSyncExternalStore(listenToRoom, () => (isLesson ? withLesson : alone).matches);
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

/**
 * The link to where the lesson or the run stands: made anew when it stands still, and when somebody is about to follow
 * it. A lesson that was left for a branch of one's own is a run like any other.
 */
function useAddress(): readonly [string, () => void] {
  const { session, view } = useLab();
  const course = useCourse();
  const [address, setAddress] = useState(location.href.replace(/#.*$/, ''));
  // While it plays the address of the moment before is near enough, until somebody comes near the link.
  const stood = useSession(({ version, isPlaying }) => (isPlaying ? null : version));
  const renew = (): void => {
    const lesson = course?.store.getState() ?? null;
    const place = lesson === null || lesson.isAway ? null : lessonPlaceOf(lesson);
    const state = session.store.getState();
    if (place !== null) setAddress(lessonAddress(place));
    else void linkTo(state, lookOf(view, state.speed)).then((link) => setAddress(link.address));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what `renew` reads changes with the version.
  useEffect(renew, [stood, course]);
  return [address, renew];
}
