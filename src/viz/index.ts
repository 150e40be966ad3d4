export { createScore } from './engines/score.ts';
export { createStage, type StageHandlers } from './engines/stage.ts';
export { legend, type Meaning } from './legend.ts';
export { fitted } from './names.ts';
export { roundEnd, termLook, timeScale } from './scales.ts';
export {
  crewOf,
  type Half,
  halvesOf,
  isQuorum,
  type Part,
  partOf,
  type Tally,
  tallies,
} from './scene/crew.ts';
export type {
  MessageMark,
  Scene,
  SceneOptions,
  Selected,
  StageWords,
} from './scene/types.ts';
export { scene } from './scene.ts';
export { score } from './score.ts';
