/** Going from stop to stop: by playing, by walking from event to event where no time passes, or at once. */
import type { LessonRun, Stop } from '../../scenario/index.ts';
import { branchOf, type Moment, momentOf } from '../../timeline/index.ts';
import { fittingSpeed, placeOfSpeed, speeds } from '../speeds.ts';
import type { CourseCore } from './inHand.ts';
import type { Openings } from './openings.ts';

export interface Going {
  /** On to the next stop; at once, where the run is on its way there already. */
  next(): void;
  /** To the stop before; between two, to the one behind. */
  previous(): void;
  goToStop(place: number): void;
  /** From wherever the learner has gone, to the stop they left. */
  back(): void;
}

/** Real ms: no way between two stops is longer, and no walk, and no step of one. */
const longest = { playMs: 9000, walkMs: 4000, stepMs: 420 };

export function goingOf(core: CourseCore, { openRun, reopen }: Openings): Going {
  const { store, session } = core;
  const now = () => momentOf(session.store.getState().timeline);
  const stopAt = (place: number): Stop | undefined => store.getState().played?.stops[place];
  const goToStop = (place: number): void => {
    const stop = stopAt(place);
    if (stop === undefined) return;
    store.setState({ isWalking: false, place });
    const { tree } = session.store.getState().timeline;
    if (branchOf(tree, stop.branch)?.isFixed !== true) reopen();
    session.goTo(stop.at, stop.branch);
  };
  const back = (): void => goToStop(Math.max(0, store.getState().place));
  const next = (): void => {
    const { place, isAway, isWalking, run } = store.getState();
    const isOnTheWay = isWalking || session.store.getState().isPlaying;
    if (isAway) back();
    else if (stopAt(place + 1) === undefined) openRun(run + 1);
    else if (isOnTheWay) goToStop(place + 1);
    else goOn(core, place + 1, goToStop);
  };
  const previous = (): void => {
    const { place, isAway, run } = store.getState();
    const stop = stopAt(place);
    const isBeyond = stop !== undefined && isAfter(now(), stop.at);
    if (isAway || isBeyond) back();
    else if (place > 0) goToStop(place - 1);
    else if (run > 0) openRun(run - 1, 'last');
  };
  return { next, previous, goToStop, back };
}

const isAfter = (a: Moment, b: Moment): boolean =>
  a.seq > b.seq || (a.seq === b.seq && a.time > b.time);

/** Shows what happens until a stop. */
function goOn(core: CourseCore, place: number, goToStop: (place: number) => void): void {
  const { store, session } = core;
  const { played } = store.getState();
  const stop = played?.stops[place];
  if (played === null || stop === undefined) return;
  if (core.isStill()) {
    goToStop(place);
    return;
  }
  startOn(core, played, stop);
  const { timeline } = session.store.getState();
  const at = momentOf(timeline);
  const { timers, delivery, options } = played.scenario.setup;
  const isByHand = timers === 'manual' && delivery === 'manual';
  if (stop.at.seq <= at.seq && stop.at.time <= at.time) goToStop(place);
  else if (isByHand || stop.at.time <= at.time) walk(core, place, goToStop);
  else {
    session.setSpeed(speedFor(stop.at.time - at.time, fittingSpeed(options)));
    session.play();
  }
}

// A stop on a branch that goes back begins at the mark from which that branch leaves.
function startOn({ session }: CourseCore, { tree }: LessonRun, { branch }: Stop): void {
  const { timeline } = session.store.getState();
  const from = branchOf(tree, branch)?.from;
  if (from !== undefined && timeline.tree.current !== branch) session.goTo(from, branch);
}

/** Fast enough that nobody waits, and no faster than the cluster is usually followed. */
function speedFor(virtualMs: number, usual: number): number {
  const needed = virtualMs / longest.playMs;
  const fast = speeds.find((speed) => speed >= needed) ?? (speeds[speeds.length - 1] as number);
  return Math.max(usual, speeds[placeOfSpeed(fast)] ?? usual);
}

/** One event after the other, until the stop is there or somebody does something else. */
function walk(
  { store, session }: CourseCore,
  place: number,
  goToStop: (place: number) => void,
): void {
  const { played } = store.getState();
  const stop = played?.stops[place];
  if (stop === undefined) return;
  const { seq } = momentOf(session.store.getState().timeline);
  const everyMs = Math.min(longest.stepMs, longest.walkMs / Math.max(1, stop.at.seq - seq));
  store.setState({ isWalking: true });
  let expected = seq;
  const step = (): void => {
    const { timeline, isPlaying } = session.store.getState();
    const here = momentOf(timeline);
    const isLeft = !store.getState().isWalking || store.getState().played !== played;
    if (isLeft || isPlaying || here.seq !== expected || timeline.tree.current !== stop.branch) {
      if (!isLeft) store.setState({ isWalking: false });
      return;
    }
    if (here.seq + 1 >= stop.at.seq) {
      goToStop(place);
      return;
    }
    session.next();
    expected = momentOf(session.store.getState().timeline).seq;
    setTimeout(step, everyMs);
  };
  step();
}
