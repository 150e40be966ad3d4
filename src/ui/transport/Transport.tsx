/** Time: playing, stepping, speed, and where in the run one is. */
import { Pause, Play, RotateCcw, SkipBack, SkipForward, Waypoints } from 'lucide';
import { type ReactNode, Suspense } from 'react';
import { momentOf } from '../../timeline/index.ts';
import { words } from '../../words/index.ts';
import { Icon } from '../controls/Icon.tsx';
import { useLab, useSession, useTimeline, useView } from '../hooks/lab.ts';
import { useIsPhone } from '../hooks/useMedia.ts';
import { part } from '../parts.ts';
import { Score } from './Score.tsx';
import { SpeedSlider } from './SpeedSlider.tsx';

const BranchTools = part(() =>
  import('../branches/BranchTools.tsx').then((loaded) => loaded.BranchTools),
);

/** The strip at the foot of the page, and what else a page has there. */
export function Transport({ children }: { readonly children?: ReactNode }) {
  const isPhone = useIsPhone();
  return (
    <section className="transport" aria-label={words.page.timeHeading}>
      <div className="transport-left">
        <Buttons canRestart={!isPhone} />
        {!isPhone && <SpeedSlider />}
        <Suspense fallback={<div className="branch-tools" />}>
          <BranchTools />
        </Suspense>
      </div>
      <Score />
      <Moment hasDiagramButton={!isPhone} />
      {children}
    </section>
  );
}

/** On a phone starting over has a place in the sheet: the thumb's row is short. */
export function Buttons({ canRestart }: { readonly canRestart: boolean }) {
  const { session } = useLab();
  const isPlaying = useSession(({ isPlaying }) => isPlaying);
  const { time } = words;
  return (
    <fieldset className="transport-buttons" aria-label={time.transport}>
      {canRestart && (
        <IconButton label={time.restart} onPress={session.restart}>
          <Icon of={RotateCcw} size={16} />
        </IconButton>
      )}
      <IconButton label={time.previous} onPress={session.previous}>
        <Icon of={SkipBack} size={18} />
      </IconButton>
      <button
        type="button"
        className="play"
        aria-label={isPlaying ? time.pause : time.play}
        title={isPlaying ? time.pause : time.play}
        onClick={session.toggle}
      >
        {isPlaying ? <Icon of={Pause} size={20} isFilled /> : <Icon of={Play} size={20} isFilled />}
      </button>
      <IconButton label={time.next} onPress={session.next}>
        <Icon of={SkipForward} size={18} />
      </IconButton>
    </fieldset>
  );
}

/** Opens the space-time diagram over the strip of time. */
export function DiagramButton() {
  const { view } = useLab();
  const isOpen = useView(({ diagram }) => diagram !== 'closed');
  return (
    <button
      type="button"
      className="quiet"
      aria-expanded={isOpen}
      onClick={() => view.showDiagram(isOpen ? 'closed' : 'strip')}
    >
      <Icon of={Waypoints} size={16} />
      <span>{words.page.spacetime}</span>
    </button>
  );
}

interface IconButtonProps {
  readonly label: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function IconButton({ label, onPress, children }: IconButtonProps) {
  return (
    <button type="button" className="step" aria-label={label} title={label} onClick={onPress}>
      {children}
    </button>
  );
}

function Moment({ hasDiagramButton }: { readonly hasDiagramButton: boolean }) {
  const timeline = useTimeline();
  const { time, seq } = momentOf(timeline);
  return (
    <div className="moment">
      <b>{words.moment(time)}</b>
      <span>{words.time.event(seq)}</span>
      <span>{words.time.seed(timeline.run.setup.seed)}</span>
      {hasDiagramButton && <DiagramButton />}
    </div>
  );
}
