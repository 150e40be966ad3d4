/** The benches as tabs, and the one in use. */
import { type ComponentType, type KeyboardEvent, type ReactNode, Suspense } from 'react';
import { lab as said } from '../../words/index.ts';
import { part } from '../parts.ts';
import { type Bench, benches, goToBench, useBench } from './bench.ts';
import { BreakBench } from './break/BreakBench.tsx';

const ExhaustBench = part(() =>
  import('./exhaust/ExhaustBench.tsx').then((loaded) => loaded.ExhaustBench),
);
const MeasureBench = part(() =>
  import('./measure/MeasureBench.tsx').then((loaded) => loaded.MeasureBench),
);
const SearchBench = part(() =>
  import('./search/SearchBench.tsx').then((loaded) => loaded.SearchBench),
);

const bodies: Readonly<Partial<Record<Bench, ComponentType>>> = {
  break: BreakBench,
  search: SearchBench,
  exhaust: ExhaustBench,
  measure: MeasureBench,
};

const ready = benches.filter((bench) => bodies[bench] !== undefined);

/** By which key, how many tabs further. */
const moves: Readonly<Record<string, (place: number) => number>> = {
  ArrowRight: (place) => (place + 1) % ready.length,
  ArrowLeft: (place) => (place + ready.length - 1) % ready.length,
  Home: () => 0,
  End: () => ready.length - 1,
};

/** Arrow keys go from tab to tab, as in every list of tabs; `children` stand at its end. */
export function Benches({ children }: { readonly children?: ReactNode }) {
  const bench = useBench((state) => state.bench);
  const Body = bodies[bench];
  const press = (event: KeyboardEvent): void => {
    const next = moves[event.key]?.(ready.indexOf(bench));
    if (next === undefined) return;
    event.preventDefault();
    const to = ready[next] as Bench;
    goToBench(to);
    document.getElementById(`bench-${to}`)?.focus();
  };
  return (
    <>
      <div className="bench-tabs" role="tablist" aria-label={said.benchesLabel} onKeyDown={press}>
        {ready.map((one) => (
          <button
            key={one}
            id={`bench-${one}`}
            type="button"
            role="tab"
            aria-selected={one === bench}
            aria-controls="bench"
            tabIndex={one === bench ? 0 : -1}
            onClick={() => goToBench(one)}
          >
            {said.benches[one]}
          </button>
        ))}
      </div>
      {children}
      <div id="bench" className="bench" role="tabpanel" aria-labelledby={`bench-${bench}`}>
        <p className="bench-intro">{said.intros[bench]}</p>
        <Suspense>{Body !== undefined && <Body />}</Suspense>
      </div>
    </>
  );
}
