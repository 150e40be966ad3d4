/** From a cluster that was acted on by hand to the same run in a timeline, standing at the same moment. */
import {
  engineVersion,
  openTimeline,
  type Run,
  seekMoment,
  type Timeline,
} from '../../src/timeline/index.ts';
import type { Cluster } from './world.ts';

export function timelineOf({ world, events }: Cluster): Timeline {
  const run: Run = {
    version: engineVersion,
    setup: world.setup,
    commands: events.flatMap(({ seq, time, command }) =>
      command === null ? [] : [{ seq: seq - 1, time, command }],
    ),
  };
  const timeline = openTimeline(run);
  seekMoment(timeline, { seq: world.seq, time: world.time });
  return timeline;
}
