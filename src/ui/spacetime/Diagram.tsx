/** The space-time diagram with its tools, the event that is selected, and the events in view as a list. */
import {
  ChevronLeft,
  ChevronRight,
  Clipboard,
  Download,
  Maximize2,
  Minimize2,
  MoveHorizontal,
  X,
  ZoomIn,
  ZoomOut,
} from 'lucide';
import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import type { Axis } from '../../store/index.ts';
import { spacetime as said } from '../../words/index.ts';
import { Icon } from '../controls/Icon.tsx';
import { Splitter } from '../controls/Splitter.tsx';
import { useLab, useSession, useView } from '../hooks/lab.ts';
import { EventCard } from './EventCard.tsx';
import { EventList } from './EventList.tsx';
import { lookAt, pan, setAxis, showAll, zoom } from './lensMoves.ts';
import { Picture } from './Picture.tsx';
import { ScoreWindow } from './ScoreWindow.tsx';
import { Trail } from './Trail.tsx';
import { useExport } from './useExport.ts';
import '../styles/spacetime.css';
import '../styles/spacetimePage.css';

/** Everything but the frame it stands in, which a desk and a phone make in their ways. */
export function Diagram({ isUpright }: { readonly isUpright: boolean }) {
  const lab = useLab();
  const run = useSession(({ origin }) => origin);
  useEffect(() => lookAt(lab, run), [lab, run]);
  return (
    <div className={isUpright ? 'spacetime-body is-upright' : 'spacetime-body'}>
      <p className="hidden" id="spacetime-hint">
        {said.pictureHint}
      </p>
      <Picture isUpright={isUpright} />
      <Trail />
      <div className="spacetime-side">
        <EventCard />
        <EventList isFoldable={isUpright} />
      </div>
    </div>
  );
}

/** What is done to the diagram as a whole. */
export function Tools() {
  const lab = useLab();
  const { copy, download, isCopied } = useExport();
  return (
    <div className="spacetime-tools">
      <AxisChoice />
      <Tool label={said.earlier} onPress={() => pan(lab, -1)}>
        <Icon of={ChevronLeft} size={16} />
      </Tool>
      <Tool label={said.later} onPress={() => pan(lab, 1)}>
        <Icon of={ChevronRight} size={16} />
      </Tool>
      <Tool label={said.zoomOut} onPress={() => zoom(lab, -1)}>
        <Icon of={ZoomOut} size={16} />
      </Tool>
      <Tool label={said.zoomIn} onPress={() => zoom(lab, 1)}>
        <Icon of={ZoomIn} size={16} />
      </Tool>
      <Tool label={said.fit} onPress={() => showAll(lab)}>
        <Icon of={MoveHorizontal} size={16} />
      </Tool>
      <Tool label={said.copy} onPress={copy}>
        <Icon of={Clipboard} size={16} />
      </Tool>
      <Tool label={said.download} onPress={download}>
        <Icon of={Download} size={16} />
      </Tool>
      <span className="spacetime-said" role="status" aria-label={said.copy}>
        {isCopied === null ? '' : isCopied ? said.copied : said.notCopied}
      </span>
    </div>
  );
}

const axes = Object.keys(said.axes) as Axis[];

function AxisChoice() {
  const lab = useLab();
  const axis = useStore(lab.view.lens, ({ axis }) => axis);
  return (
    <fieldset className="segments" aria-label={said.axis}>
      {axes.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === axis}
          onClick={() => setAxis(lab, one)}
        >
          {said.axes[one]}
        </button>
      ))}
    </fieldset>
  );
}

interface ToolProps {
  readonly label: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function Tool({ label, onPress, children }: ToolProps) {
  return (
    <button type="button" className="icon" aria-label={label} title={label} onClick={onPress}>
      {children}
    </button>
  );
}

/** Where the page scrolls it would open out of sight. */
const bringIntoView = (section: HTMLElement | null): void =>
  section?.scrollIntoView({ block: 'nearest' });

/** On a desk: a strip under the servers, or in their place. */
export function DiagramStrip() {
  const { view } = useLab();
  const isFull = useView(({ diagram }) => diagram === 'full');
  return (
    <section className="spacetime" aria-labelledby="spacetime-title" ref={bringIntoView}>
      <Splitter of="diagram" />
      <header className="section-head">
        <h2 id="spacetime-title">{said.title}</h2>
        <Tools />
        <Tool
          label={isFull ? said.reduce : said.enlarge}
          onPress={() => view.showDiagram(isFull ? 'strip' : 'full')}
        >
          {isFull ? <Icon of={Minimize2} size={16} /> : <Icon of={Maximize2} size={16} />}
        </Tool>
        <Tool label={said.close} onPress={() => view.showDiagram('closed')}>
          <Icon of={X} size={18} />
        </Tool>
      </header>
      <Diagram isUpright={false} />
      <ScoreWindow />
    </section>
  );
}
