/** The overview of a crowd: every server a cell of a grid, the selected one large below. */
import type { ServerId, VirtualMs } from '../../base/index.ts';
import { type Configuration, majority, type Server } from '../../raft/index.ts';
import { conditionOf, isCut, type World } from '../../sim/index.ts';
import { toolRoom } from '../layout.ts';
import { fitted } from '../names.ts';
import { crewOf, halvesOf, partOf } from '../scene/crew.ts';
import { linkState } from '../scene/links.ts';
import { isStaleLeader, longestTimeout } from '../scene/servers.ts';
import type { SceneOptions } from '../scene/types.ts';
import { termLook } from '../terms.ts';
import { dotsOf, type EndsOf, flyingIn } from './dots.ts';
import { focusOn } from './focus.ts';
import { type CrowdGrid, cornerOf, crowdGrid } from './layout.ts';
import type { Cell, Crowd, Stroke } from './types.ts';

/** Room at the foot for the words that say what a cell means, px. */
const legendHeight = 22;
/** What the selected server takes of the height when it is shown large, and at least, px. */
const focusShare = 0.38;
const focusLeast = 140;
/** More cut links than this are a web in which none can be seen. */
const mostCuts = 400;

/** What is to be seen of `world` at `now`. */
export function crowd(world: World, now: VirtualMs, options: SceneOptions): Crowd {
  const { width, motion, selected } = options;
  const height = options.height - legendHeight;
  const count = world.servers.length;
  const focused = selected?.type === 'server' ? selected.id : null;
  const below = focused === null ? 0 : Math.max(focusLeast, Math.round(height * focusShare));
  const grid = crowdGrid(count, width - 8, height - toolRoom - below - 8);
  const cells = cellsOf(world, grid, options);
  const flying = flyingIn(world);
  return {
    width,
    height: options.height,
    motion,
    columns: grid.columns,
    cells,
    timers: timersOf(world, now),
    cuts: cutsOf(world, cells),
    dots: dotsOf(world, now, flying, endsIn(cells), options),
    focus:
      focused === null
        ? null
        : focusOn(world, now, focused, flying, { ...options, height, top: height - below }),
  };
}

const middle = ({ x, y, width, height }: Cell) => ({ x: x + width / 2, y: y + height / 2 });

const endsIn =
  (cells: readonly Cell[]): EndsOf =>
  (from, to) => {
    const [start, end] = [middle(cells[from] as Cell), middle(cells[to] as Cell)];
    return { x1: start.x, y1: start.y, x2: end.x, y2: end.y };
  };

let last: { key: string; cells: readonly Cell[]; servers: readonly Server[]; crew: unknown } = {
  key: '',
  cells: [],
  servers: [],
  crew: null,
};

// Most servers are as they were a frame ago: then so is the cell, and where all are, so is the grid.
function cellsOf(world: World, grid: CrowdGrid, options: SceneOptions): readonly Cell[] {
  const { width, height, selected } = options;
  const crew = crewOf(world);
  const key = [width, height, grid.columns, grid.cellHeight, world.setup.names.join('\n')].join();
  const isSame = last.key === key && last.crew === crew;
  let isChanged = !isSame;
  const cells = world.servers.map((server, id) => {
    const before = isSame ? last.cells[id] : undefined;
    const isSelected = selected?.type === 'server' && selected.id === id;
    const condition = conditionOf(world, id);
    const isStale = isStaleLeader(world, server);
    if (
      before !== undefined &&
      last.servers[id] === server &&
      before.isSelected === isSelected &&
      before.condition === condition &&
      before.isStale === isStale
    )
      return before;
    isChanged = true;
    return cellOf(world, server, { grid, crew, isSelected, isStale, ...options });
  });
  if (!isChanged) return last.cells;
  last = { key, cells, crew, servers: [...world.servers] };
  return cells;
}

interface Around extends SceneOptions {
  readonly grid: CrowdGrid;
  readonly crew: Configuration;
  readonly isSelected: boolean;
  readonly isStale: boolean;
}

function cellOf(world: World, server: Server, around: Around): Cell {
  const { grid, crew, isSelected, isStale, width, words } = around;
  const { id } = server;
  return {
    id,
    ...cornerOf(id, world.servers.length, width, grid),
    width: grid.cellWidth,
    height: grid.cellHeight,
    name: fitted(world.setup.names[id] as string),
    role: server.role,
    condition: conditionOf(world, id),
    part: partOf(crew, id),
    isStale,
    term: server.currentTerm,
    look: termLook(server.currentTerm),
    isSelected,
    votes: votesOf(server),
    label: words.server(id, isStale),
  };
}

// §6: in a joint configuration the half that lacks most decides.
function votesOf(server: Server): string {
  if (server.role !== 'candidate' && server.role !== 'preCandidate') return '';
  const halves = halvesOf(server.configuration).map(({ voters }) => ({
    have: server.votesGranted.filter((id) => voters.includes(id)).length,
    needed: majority(voters.length),
  }));
  const worst = halves.reduce((a, b) => (b.needed - b.have > a.needed - a.have ? b : a));
  return String(worst.have);
}

function timersOf(world: World, now: VirtualMs): readonly (number | null)[] {
  const { dueAt, startedAt } = world.timers;
  const longest = longestTimeout(world);
  return world.servers.map(({ id, role }) => {
    const due = dueAt[id] as VirtualMs;
    if (!Number.isFinite(due)) return null;
    const turn = role === 'leader' ? due - (startedAt[id] as VirtualMs) : longest;
    return Math.min(1, Math.max(0, (due - now) / Math.max(turn, 0.001)));
  });
}

function cutsOf(world: World, cells: readonly Cell[]): readonly Stroke[] {
  if (!world.cut.includes(1)) return [];
  const cuts: Stroke[] = [];
  const ends = endsIn(cells);
  const add = (a: ServerId, b: ServerId, state: Stroke['state']): void =>
    void cuts.push({ ...(ends(a, b) as Omit<Stroke, 'state'>), state });
  for (let a = 0; a < cells.length && cuts.length <= mostCuts; a += 1)
    for (let b = a + 1; b < cells.length; b += 1) {
      const state = linkState(world, a, b);
      const isBackwards = state === 'oneWay' && isCut(world, a, b);
      if (state !== 'up') add(isBackwards ? b : a, isBackwards ? a : b, state);
    }
  return cuts.length > mostCuts ? [] : cuts;
}
