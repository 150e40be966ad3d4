/** A server: its shape says the role, its fill the term, the sign above it what else is to be said. */
import { select } from 'd3';
import { bars, cross, crown, hexagonPath, letterL, question, ringPath, unlike } from '../glyphs.ts';
import { glyphRoom } from '../layout.ts';
import type { ServerMark } from '../scene/types.ts';
import { drawBlock } from './block.ts';
import { type Drawn, isSame, type Layer, type Stage } from './layer.ts';
import { drawTimer } from './timer.ts';

const drawn = new WeakMap<SVGGElement, ServerMark>();

export function drawServers(layer: Layer, servers: readonly ServerMark[], stage: Stage): void {
  layer
    .selectChildren<SVGGElement, ServerMark>('g')
    .data(servers, ({ id }) => id)
    .join((enter) => enter.append('g').call((group) => group.each(build)))
    .each(function paint(mark) {
      const before = drawn.get(this);
      drawn.set(this, mark);
      drawTimer(this, before, mark);
      if (isSame(before, mark, ['timer'])) return;
      const group: Drawn<ServerMark> = select<SVGGElement, ServerMark>(this);
      drawBlock(this, mark);
      if (isSame(before, mark, ['timer', 'block'])) return;
      paintFrame(group, mark);
      paintBody(group, mark, stage);
      paintSigns(group, mark);
    });
}

/** Everything a server may show, in painting order; what does not apply is hidden by its class. */
function build(this: SVGGElement): void {
  const group = select(this);
  group.append('circle').attr('class', 'server-hit');
  group.append('circle').attr('class', 'focus-ring').attr('pathLength', 1);
  group.append('circle').attr('class', 'picked-ring').attr('pathLength', 1);
  group.append('path').attr('class', 'timer-rim');
  group.append('path').attr('class', 'timer-drawn').attr('pathLength', 1);
  group.append('path').attr('class', 'timer-left').attr('pathLength', 1);
  group.append('path').attr('class', 'server-crown-ring');
  group.append('path').attr('class', 'server-body');
  group.append('path').attr('class', 'server-texture');
  group.append('circle').attr('class', 'timer-beat');
  group.append('text').attr('class', 'server-figure');
  group.append('text').attr('class', 'server-figure-word');
  const signs = group.append('g').attr('class', 'server-signs');
  signs.append('path').attr('class', 'sign-role');
  signs.append('path').attr('class', 'sign-condition');
  group.append('path').attr('class', 'lit-sign');
  const block = group.append('g').attr('class', 'block');
  block.append('text').attr('class', 'block-name');
  block.append('text').attr('class', 'block-detail');
  block.append('g').attr('class', 'ballots');
}

function paintFrame(group: Drawn<ServerMark>, mark: ServerMark): void {
  const { role, condition, part, isStale, isSelected, isLit, look, radius, label } = mark;
  group
    .attr('class', `server ${role} ${condition} ${part} ${look.className}`)
    .classed('stale', isStale)
    .classed('selected', isSelected)
    .classed('lit', isLit)
    .attr('transform', `translate(${mark.x},${mark.y})`)
    .attr('data-server', mark.id)
    .attr('role', 'button')
    .attr('aria-haspopup', 'menu')
    .attr('aria-label', label);
  group.select('.server-hit').attr('r', radius + 6);
  group.select('.focus-ring').attr('r', radius + 8);
  group.select('.picked-ring').attr('r', radius + 8);
  // Where no words stand, on whichever side they are.
  const corner = (radius + 8) * Math.SQRT1_2;
  group
    .select('.lit-sign')
    .attr('d', isLit ? unlike : '')
    .attr('transform', `translate(${corner},${corner})`);
}

function paintBody(group: Drawn<ServerMark>, mark: ServerMark, { pattern }: Stage): void {
  const { role, condition, radius, look } = mark;
  const isHexagon = (role === 'candidate' || role === 'preCandidate') && condition !== 'crashed';
  const shape = isHexagon ? hexagonPath : ringPath;
  const rim = isHexagon ? radius + 3 : radius - 2;
  const inner = isHexagon ? radius - 5 : radius - Math.max(5, radius * 0.17);
  const isLeader = role === 'leader';
  group.selectAll('.timer-drawn, .timer-left').attr('d', shape(rim));
  group.select('.timer-rim').attr('d', isLeader || condition === 'crashed' ? null : shape(rim));
  group.select('.server-crown-ring').attr('d', isLeader ? shape(rim) : null);
  group.select('.server-body').attr('d', shape(inner));
  const texture =
    condition === 'crashed'
      ? pattern('crashed')
      : look.texture === 0
        ? 'none'
        : pattern(look.texture === 1 ? 'texture1' : 'texture2');
  group.select('.server-texture').attr('d', shape(inner)).attr('fill', texture);
  const figure = Math.max(13, Math.min(22, radius * 0.5));
  const hasWord = radius >= 28;
  group
    .select('.server-figure')
    .attr('font-size', figure)
    .attr('y', hasWord ? figure * 0.18 : figure * 0.36)
    .text(mark.term);
  group
    .select('.server-figure-word')
    .attr('y', figure * 0.18 + 16)
    .text(hasWord ? mark.termWord : '');
}

/** The sign of each role; a follower has none, unless it is a learner. */
const roleSigns = {
  follower: '',
  preCandidate: question,
  candidate: question,
  leader: crown,
} as const satisfies Record<ServerMark['role'], string>;

function paintSigns(group: Drawn<ServerMark>, mark: ServerMark): void {
  const { role, condition, part, radius } = mark;
  const ownSign = part === 'learner' && role === 'follower' ? letterL : roleSigns[role];
  const roleSign = condition === 'crashed' ? '' : ownSign;
  const conditionSign = condition === 'crashed' ? cross : condition === 'paused' ? bars : '';
  const isPair = roleSign !== '' && conditionSign !== '';
  const scale = radius < 28 ? 0.75 : 1;
  group
    .select('.server-signs')
    .attr('transform', `translate(0,${-radius - glyphRoom / 2 - 1}) scale(${scale})`);
  group
    .select('.sign-role')
    .attr('d', roleSign)
    .attr('transform', isPair ? 'translate(-9,0)' : null);
  group
    .select('.sign-condition')
    .attr('d', conditionSign)
    .attr('transform', isPair ? 'translate(14,0)' : null);
}
