export { createScore, type ScoreEngine, type ScoreHandlers } from './engines/score.ts';
export { createStage, type StageEngine, type StageHandlers } from './engines/stage.ts';
export { legend, type Meaning, type Paint, type Sign } from './legend.ts';
export { roundEnd, type TermLook, termLook, timeScale } from './scales.ts';
export type {
  LinkState,
  MessageMark,
  Scene,
  SceneOptions,
  Selected,
  StageWords,
} from './scene/types.ts';
export { scene } from './scene.ts';
export type { ScoreOptions, ScoreScene } from './score/types.ts';
export { score } from './score.ts';
