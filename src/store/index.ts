export { keep } from './keep.ts';
export { openSession } from './openSession.ts';
export { createPlayback, type Painter, type Playback } from './playback.ts';
export { createSession, type Session, type SessionState } from './session.ts';
export type { Source } from './sources.ts';
export { placeOfSpeed, speeds, usualSpeed } from './speeds.ts';
export {
  createView,
  type Panel,
  type Selection,
  themeOf,
  type View,
  type ViewState,
} from './view.ts';
