/** The textures of the stage: hatching for a crashed server, two more for terms that share a colour. */
import type { Selection } from 'd3';
import type { PatternName } from './layer.ts';

interface Texture {
  readonly size: number;
  readonly turn: number;
  readonly path: string;
}

const textures = {
  crashed: { size: 6, turn: 45, path: 'M0,0V6' },
  texture1: { size: 7, turn: 45, path: 'M0,0V7' },
  texture2: { size: 7, turn: 0, path: 'M3.5,3.4V3.6' },
} as const satisfies Record<PatternName, Texture>;

export function definePatterns(
  defs: Selection<SVGDefsElement, unknown, null, undefined>,
  prefix: string,
): void {
  for (const [name, { size, turn, path }] of Object.entries(textures)) {
    defs
      .append('pattern')
      .attr('id', `${prefix}-${name}`)
      .attr('class', `pattern-${name}`)
      .attr('patternUnits', 'userSpaceOnUse')
      .attr('width', size)
      .attr('height', size)
      .attr('patternTransform', `rotate(${turn})`)
      .append('path')
      .attr('d', path);
  }
}
