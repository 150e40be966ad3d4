/** Draws cumulative curves into an SVG element. It is hidden from assistive technology: the table beside it speaks. */
import { type BaseType, type Selection, select } from 'd3';
import type { CurveLine, CurvePoint, CurvesScene, Tick } from './curves.ts';

export interface CurvesEngine {
  readonly update: (scene: CurvesScene) => void;
  readonly destroy: () => void;
}

type Group = Selection<SVGGElement, unknown, null, undefined>;

/** Takes over an empty SVG element until destroyed. */
export function createCurves(svg: SVGSVGElement): CurvesEngine {
  const root = select(svg).classed('curves', true).attr('aria-hidden', 'true');
  const ground = root.append('g').attr('class', 'curves-ground');
  const x = root.append('g').attr('class', 'curves-axis is-x');
  const y = root.append('g').attr('class', 'curves-axis is-y');
  const lines = root.append('g').attr('class', 'curves-lines');
  const points = root.append('g').attr('class', 'curves-points');
  return {
    update: (scene) => {
      const { left, right, top, bottom } = scene;
      root.attr('viewBox', `0 0 ${scene.width} ${scene.height}`);
      drawRules(ground, scene);
      drawTicks(x, scene.xTicks, ({ at }) => [at, bottom + 15]);
      drawTicks(y, scene.yTicks, ({ at }) => [left - 6, at + 4]);
      drawLines(lines, scene.lines);
      drawPoints(points, scene.points);
      root.classed('is-empty', scene.lines.length === 0 || right <= left || bottom <= top);
    },
    destroy: () => root.selectChildren().remove(),
  };
}

/** A hairline at every figure of both axes. */
function drawRules(group: Group, { xTicks, yTicks, left, right, top, bottom }: CurvesScene): void {
  const rules = [
    ...xTicks.map(({ at }) => [at, top, at, bottom] as const),
    ...yTicks.map(({ at }) => [left, at, right, at] as const),
  ];
  group
    .selectAll('line')
    .data(rules)
    .join('line')
    .attr('x1', ([x1]) => x1)
    .attr('y1', ([, y1]) => y1)
    .attr('x2', ([, , x2]) => x2)
    .attr('y2', ([, , , y2]) => y2);
}

function drawTicks(
  group: Group,
  ticks: readonly Tick[],
  place: (tick: Tick) => readonly [number, number],
): void {
  group
    .selectAll<BaseType, Tick>('text')
    .data(ticks)
    .join('text')
    .attr('x', (tick) => place(tick)[0])
    .attr('y', (tick) => place(tick)[1])
    .text(({ text }) => text);
}

function drawLines(group: Group, lines: readonly CurveLine[]): void {
  group
    .selectAll<SVGPathElement, CurveLine>('path')
    .data(lines, ({ id }) => id)
    .join('path')
    .attr('class', ({ place }) => `curve curve-${place % looks}`)
    .attr('d', ({ path }) => path);
}

/** Hollow: they were not measured here. */
function drawPoints(group: Group, points: readonly CurvePoint[]): void {
  group
    .selectAll<SVGCircleElement, CurvePoint>('circle')
    .data(points)
    .join('circle')
    .attr('class', ({ place }) => `point curve-${place % looks}`)
    .attr('cx', ({ x }) => x)
    .attr('cy', ({ y }) => y)
    .attr('r', 5);
}

/** So many curves can be told apart. */
export const looks = 8;
