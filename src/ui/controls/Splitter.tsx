/** An edge between two parts of the page that can be drawn, and moved with the arrow keys. */
import type { KeyboardEvent, PointerEvent } from 'react';
import { bounds, type Resizable } from '../../store/index.ts';
import { splitters } from '../../words/index.ts';
import { useLab, useView } from '../hooks/lab.ts';
import '../styles/splitter.css';

/** The share that an edge at `x`, `y` gives to the part, in the box of what both share. */
const shares: Readonly<Record<Resizable, (box: DOMRect, x: number, y: number) => number>> = {
  desk: ({ left, width }, x) => (x - left) / width,
  panel: ({ right, width }, x) => (right - x) / width,
  diagram: ({ bottom }, _x, y) => (bottom - y) / innerHeight,
};

/** By which arrow the part grows. */
const growing: Readonly<Record<Resizable, string>> = {
  desk: 'ArrowRight',
  panel: 'ArrowLeft',
  diagram: 'ArrowUp',
};
const shrinking: Readonly<Record<Resizable, string>> = {
  desk: 'ArrowLeft',
  panel: 'ArrowRight',
  diagram: 'ArrowDown',
};
const stride = 0.02;

/** Stands in the frame that the two parts share; a double click gives the usual size back. */
export function Splitter({ of }: { readonly of: Resizable }) {
  const { view } = useLab();
  const { least, most, usual } = bounds[of];
  const share = useView(({ sizes }) => sizes[of]) ?? usual;
  const move = ({
    currentTarget,
    clientX,
    clientY,
    pointerId,
  }: PointerEvent<HTMLElement>): void => {
    const frame = currentTarget.parentElement;
    if (frame === null || !currentTarget.hasPointerCapture(pointerId)) return;
    view.resize(of, shares[of](frame.getBoundingClientRect(), clientX, clientY));
  };
  const press = (event: KeyboardEvent): void => {
    const to = keyShare(event.key, of, share);
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    view.resize(of, to);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> takes no part in the layout that it divides.
    <div
      role="separator"
      className={`splitter is-${of}`}
      tabIndex={0}
      aria-label={splitters[of]}
      aria-orientation={of === 'diagram' ? 'horizontal' : 'vertical'}
      aria-valuemin={least * 100}
      aria-valuemax={most * 100}
      aria-valuenow={Math.round(share * 100)}
      title={splitters[of]}
      onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
      onPointerMove={move}
      onDoubleClick={() => view.resize(of, null)}
      onKeyDown={press}
    />
  );
}

/** Undefined: the key is not the splitter's. Null: back to the usual size. */
function keyShare(key: string, of: Resizable, share: number): number | null | undefined {
  const { least, most } = bounds[of];
  const to: Readonly<Record<string, number | null>> = {
    [growing[of]]: share + stride,
    [shrinking[of]]: share - stride,
    Home: least,
    End: most,
    Enter: null,
  };
  return to[key];
}
