/** The laboratory as the page holds it, without a page: nothing is painted, and the system has no wishes. */
import { vi } from 'vitest';
import { createSession, createView } from '../../src/store/index.ts';
import { openTimeline, type Run } from '../../src/timeline/index.ts';
import type { Lab } from '../../src/ui/hooks/lab.ts';

/** At the start of `run`. */
export function labOf(run: Run): Lab {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {} }));
  const session = createSession({ timeline: openTimeline(run), origin: run });
  const playback = { subscribe: () => () => {}, destroy: () => {} };
  return { session, view: createView(), playback };
}
