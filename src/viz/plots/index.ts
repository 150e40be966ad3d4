/** Plots of many trials: they come with the first experiment. */
export { type Curve, type CurvesInput, type CurvesScene, curves } from './curves.ts';
export { type CurvesEngine, createCurves, looks } from './engine.ts';
