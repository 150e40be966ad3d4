/** The speeds that can be chosen: virtual time for real time, on a logarithmic scale. */

export const speeds: readonly number[] = [
  1 / 1000,
  1 / 500,
  1 / 200,
  1 / 100,
  1 / 50,
  1 / 20,
  1 / 10,
  1 / 5,
  1 / 2,
  1,
  2,
  4,
  8,
  16,
];

export const usualSpeed = 1 / 50;

/** A cluster whose heartbeats are a second apart is followed in real time. */
const slowHeartbeatMs = 1000;

/** The speed at which a cluster with these heartbeats can be followed. */
export const fittingSpeed = ({
  heartbeatIntervalMs,
}: {
  readonly heartbeatIntervalMs: number;
}): number => (heartbeatIntervalMs >= slowHeartbeatMs ? 1 : usualSpeed);

/** The place of the speed nearest to `speed` on the scale. */
export function placeOfSpeed(speed: number): number {
  const far = (other: number): number => Math.abs(Math.log(other / speed));
  return speeds.reduce(
    (best, other, place) => (far(other) < far(speeds[best] as number) ? place : best),
    0,
  );
}

/** The next faster (1) or slower (-1) speed; the same one at the ends of the scale. */
export const speedBeside = (speed: number, by: 1 | -1): number =>
  speeds[placeOfSpeed(speed) + by] ?? speed;
