/** The cumulative curves of some lines; their code comes with the first of them. */
import { useEffect, useRef, useState } from 'react';
import { type Curve, loadPlots } from '../../../viz/index.ts';
import { words } from '../../../words/index.ts';
import { useWidth } from '../../hooks/useWidth.ts';

interface Props {
  readonly curves: readonly Curve[];
  readonly isLog: boolean;
  readonly format: (value: number) => string;
}

type Plots = Awaited<ReturnType<typeof loadPlots>>;

const height = 300;
const firstWidth = 560;

/** For the eye: what it shows is in the table beside it. */
export function Curves({ curves, isLog, format }: Props) {
  const [frame, { width }] = useWidth<HTMLDivElement>(firstWidth);
  const svg = useRef<SVGSVGElement>(null);
  const engine = useRef<ReturnType<Plots['createCurves']> | null>(null);
  const [plots, setPlots] = useState<Plots | null>(null);
  useEffect(() => {
    loadPlots().then(setPlots, () => {});
  }, []);
  useEffect(() => {
    if (plots === null || svg.current === null) return;
    engine.current = plots.createCurves(svg.current);
    return () => engine.current?.destroy();
  }, [plots]);
  useEffect(() => {
    if (plots === null) return;
    const scene = plots.curves({ curves, width, height, isLog, format, share: words.percent });
    engine.current?.update(scene);
  }, [plots, curves, width, isLog, format]);
  return (
    <div className="curves-frame" ref={frame}>
      <svg ref={svg} width={width} height={height} />
    </div>
  );
}
