/**
 * Who looks at every event of a run. A page draws before its judge has come; since a run is a value, the judge then
 * looks at everything that has happened from the start, and misses nothing.
 */
import { restoreBefore, seekMoment } from './seek.ts';
import { happenNext, type Judge, momentOf, openUnder, type Timeline } from './timeline.ts';

/** Goes on looking while `mayGoOn`, asked after every few events, says so; whether all was seen. */
export type Looking = (mayGoOn: () => boolean) => boolean;

/** Has `judge` look at all that has happened, up to the end, and at what comes; the cursor stays where it is. */
export function judgeFromStart(timeline: Timeline, judge: Judge): void {
  beginToJudge(timeline, judge)(() => true);
}

/**
 * The same bit by bit. The judge goes through a second playing of the run, which takes the place of what is known of
 * the first one when it has come as far; meanwhile people may go about in the run, act in it, and branch.
 */
export function beginToJudge(timeline: Timeline, judge: Judge): Looking {
  let again = playedAgain(timeline, judge);
  return (mayGoOn) => {
    if (timeline.judge !== null) return true;
    // On another branch what was looked at is not what happened.
    if (again.run !== timeline.run) again = playedAgain(timeline, judge);
    const isThere = catchUp(again, timeline, mayGoOn);
    if (isThere) takeOver(timeline, again);
    return isThere;
  };
}

/** The run from its start; its commands are those of the first playing, and grow with them. */
function playedAgain({ run }: Timeline, judge: Judge): Timeline {
  const again = openUnder(judge, run);
  again.run = run;
  return again;
}

function catchUp(again: Timeline, { end }: Timeline, mayGoOn: () => boolean): boolean {
  for (let count = 1; again.world.seq < end.seq; count += 1) {
    if (happenNext(again, Infinity) === null) break;
    if (count % 32 === 0 && !mayGoOn()) return false;
  }
  return true;
}

function takeOver(timeline: Timeline, { judge, kept, chronicle }: Timeline): void {
  const at = momentOf(timeline);
  timeline.judge = judge;
  timeline.kept.splice(0, Infinity, ...kept);
  // What is broken is a landmark as well, and was noted when its event was noted.
  timeline.chronicle = chronicle;
  restoreBefore(timeline, at.seq);
  seekMoment(timeline, at);
}
