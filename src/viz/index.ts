export { createScore, type ScoreEngine, type ScoreHandlers } from './engines/score.ts';
export { createStage, type StageEngine, type StageHandlers } from './engines/stage.ts';
export { type Layout, type Place, ringLayout, type Side } from './layout.ts';
export { legend, type Meaning, type Paint, type Sign } from './legend.ts';
export {
  roundEnd,
  type TermLook,
  type Tick,
  type TimeScale,
  termLook,
  timeScale,
} from './scales.ts';
export type {
  Ballot,
  GhostMark,
  GroupMark,
  LinkMark,
  LinkState,
  MessageKind,
  MessageMark,
  Scene,
  SceneOptions,
  Selected,
  ServerMark,
  StageWords,
  TimerMark,
} from './scene/types.ts';
export { scene } from './scene.ts';
export type { LandmarkMark, ScoreOptions, ScoreScene, Strip } from './score/types.ts';
export { score } from './score.ts';
