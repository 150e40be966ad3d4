export { createExtras } from './engines/extras.ts';
export { createCrowd } from './engines/rack.ts';
export { createScore } from './engines/score.ts';
export type { SpacetimeHandlers } from './engines/spacetime/handling.ts';
export { createSpacetime } from './engines/spacetime.ts';
export { createStage, type StageHandlers } from './engines/stage.ts';
export { type Quorum, quorumsIn } from './extras/quorums.ts';
export type { ExtraOptions } from './extras/types.ts';
export { extras } from './extras.ts';
export { mostOnRing } from './layout.ts';
export { legend, type Sign } from './legend.ts';
export { fitted } from './names.ts';
export type { Curve } from './plots/curves.ts';
export { crowd } from './rack/crowd.ts';
export { dotAt } from './rack/dots.ts';
export { rackLayout } from './rack/layout.ts';
export { rackScene } from './rack/scene.ts';
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
export { linkState, sidesOf } from './scene/links.ts';
export type {
  MessageMark,
  Scene,
  SceneOptions,
  Selected,
  StageWords,
} from './scene/types.ts';
export { scene } from './scene.ts';
export { scaleOf, wholeOf } from './score/ruler.ts';
export { score, scoreMargin } from './score.ts';
export {
  extentOf,
  firstFrom,
  headOf,
  leastSpan,
  valueOfSeq,
  windowOn,
} from './spacetime/axis.ts';
export { type Cone, coneOf, type LaneKey, lanesOf, relationOf } from './spacetime/cone.ts';
export { hitsIn } from './spacetime/hits.ts';
export { diagramLegend } from './spacetime/legend.ts';
export { type Direction, neighbourOf } from './spacetime/neighbours.ts';
export { fromRun, onScore, type Placed } from './spacetime/onScore.ts';
export { clientsBeside, laneOrder, lanesIn } from './spacetime/rooms.ts';
export { shivizText } from './spacetime/shiviz.ts';
export { foldHiding } from './spacetime/slots.ts';
export type {
  Relation,
  SpacetimeOptions,
  SpacetimeScene,
  Window,
} from './spacetime/types.ts';
export { weaveOf } from './spacetime/weave.ts';
export { spacetime } from './spacetime.ts';
export { termLook } from './terms.ts';

/** Plots of experiments: loaded when the first is made. */
export const loadPlots = (): Promise<typeof import('./plots/index.ts')> =>
  import('./plots/index.ts');
