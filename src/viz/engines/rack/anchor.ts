/** What a menu hangs beside when it is asked of a dot on a canvas, which is no element. */
import { select } from 'd3';
import type { Dot } from '../../rack/types.ts';

/** A menu hangs beside an element, and a dot on a canvas is none. */
export function anchorAt(svg: SVGSVGElement, { x, y }: Pick<Dot, 'x' | 'y'>): SVGGElement {
  const anchor = svg.querySelector<SVGGElement>('.dot-anchor') ?? newAnchor(svg);
  const point = anchor.firstElementChild as SVGCircleElement;
  point.setAttribute('cx', String(x));
  point.setAttribute('cy', String(y));
  return anchor;
}

function newAnchor(svg: SVGSVGElement): SVGGElement {
  const anchor = select(svg).append('g').attr('class', 'dot-anchor').attr('aria-hidden', 'true');
  anchor.append('circle').attr('r', 8);
  return anchor.node() as SVGGElement;
}
