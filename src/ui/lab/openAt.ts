/** A scenario of the lab in the instrument, at the moment that it is about. */
import type { Property } from '../../raft/index.ts';
import { loadScenario, recordRun, type Scenario } from '../../scenario/index.ts';
import { fittingSpeed, judgeSession, linkTo, longestLink } from '../../store/index.ts';
import {
  openTimeline,
  type Run,
  seekSeq,
  type Timeline,
  violationsOf,
} from '../../timeline/index.ts';
import type { Lab } from '../hooks/lab.ts';

export interface Place {
  readonly run: Run;
  /** Where the last step ended, and where what it is about happens. */
  readonly endSeq: number;
  readonly seq: number;
  /** The first property that it breaks; null: none. */
  readonly broken: Property | null;
  /** Standing there. */
  readonly timeline: Timeline;
}

/** The first violation, or where the rules are given back; null: the text is no scenario. */
export function placeIn(text: string, name: string): Place | null {
  const loaded = loadScenario(text, name);
  if (!loaded.ok) return null;
  const { run, end, moments } = recordRun(loaded.value);
  const timeline = openTimeline(run);
  seekSeq(timeline, end.seq);
  const [broken = null] = violationsOf(timeline);
  const mended = moments.find(({ step }) => givesBack(loaded.value, step));
  const seq = broken?.seq ?? mended?.seq ?? end.seq;
  seekSeq(timeline, seq);
  return { run, endSeq: end.seq, seq, broken: broken?.property ?? null, timeline };
}

const givesBack = ({ steps }: Scenario, step: number): boolean =>
  /^(options|rulesOff)$/.test(steps[step]?.action.type ?? '');

/** Opens it there, standing still. */
export async function openAt({ session }: Lab, text: string, name: string): Promise<Place | null> {
  const place = placeIn(text, name);
  if (place === null) return null;
  const { run, endSeq, seq } = place;
  // On a page just opened nobody looks yet.
  await judgeSession(session);
  session.open({ run, source: { kind: 'file', name }, speed: fittingSpeed(run.setup.options) });
  session.pause();
  // To the end first: then what comes after the moment is known, and drawn ahead of it.
  session.seekSeq(endSeq);
  session.seekSeq(seq);
  return place;
}

/** The address of that moment; null: it is too long for one. */
export async function linkAt(text: string, name: string): Promise<string | null> {
  const place = placeIn(text, name);
  if (place === null) return null;
  const { address } = await linkTo(place, { speed: fittingSpeed(place.run.setup.options) });
  return address.length > longestLink ? null : address;
}
