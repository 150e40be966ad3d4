/** Playing, stepping, and where in a run one is. */

export const time = {
  play: 'Play',
  pause: 'Pause',
  next: 'Next event',
  previous: 'Previous event',
  restart: 'Restart run',
  undo: 'Undo',
  redo: 'Redo',
  branch: (place: number, of: number) => `Branch ${place} of ${of}`,
  branches: 'Branches',
  nextMark: 'Next important event',
  previousMark: 'Previous important event',
  speed: 'Speed',
  timeline: 'Timeline',
  transport: 'Playback',
  event: (seq: number) => `event ${seq}`,
  seed: (seed: number) => `seed ${seed}`,
  at: (moment: string, end: string) => `${moment} of ${end}`,
  sliderText: (at: string, event: string) => `${at}, ${event}`,
};

/** `1/50 of real time`, `real time`, `4 times real time`. */
export function speedText(speed: number): string {
  if (speed === 1) return 'real time';
  return speed < 1 ? `1/${Math.round(1 / speed)} of real time` : `${speed} times real time`;
}

/** `1/50×`, `4×`. */
export const speedShort = (speed: number): string =>
  speed < 1 ? `1/${Math.round(1 / speed)}×` : `${speed}×`;
