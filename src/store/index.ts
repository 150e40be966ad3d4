export { keep } from './keep.ts';
export type { Axis, Lens, LensState } from './lens.ts';
export { openSession } from './openSession.ts';
export { createPlayback, type Painter, type Playback } from './playback.ts';
export { createSession, type Session, type SessionState } from './session.ts';
export type { Source } from './sources.ts';
export { placeOfSpeed, speeds, usualSpeed } from './speeds.ts';
export {
  createView,
  type Diagram,
  type Panel,
  type Selection,
  type Spot,
  themeOf,
  type View,
  type ViewState,
} from './view.ts';
