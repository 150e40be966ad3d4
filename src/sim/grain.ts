/** Virtual time has a grain of a microsecond, so that sums of it are the same bytes everywhere. */
import type { VirtualMs } from '../base/index.ts';

/** The shortest time that passes, virtual ms. */
export const grainMs: VirtualMs = 0.001;

/** The nearest time that there is. */
export const roundMs = (ms: VirtualMs): VirtualMs => Math.round(ms * 1000) / 1000;
