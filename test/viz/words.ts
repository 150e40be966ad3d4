/** Words and options for the pictures of the tests: short, and the same everywhere. */
import type { ServerId } from '../../src/base/index.ts';
import type { World } from '../../src/sim/index.ts';
import {
  type ExtraOptions,
  extras,
  type SceneOptions,
  type StageWords,
  scene,
} from '../../src/viz/index.ts';

const stageWords: StageWords = {
  term: 'term',
  role: (role, condition, isStale, part) =>
    condition === 'running' ? (isStale ? 'old' : part === 'voter' ? role : part) : condition,
  timer: (left) => `${left} ms`,
  joint: 'joint',
  lease: (left) => `lease ${left}`,
  tally: ({ half, have, of }) => `${have} of ${of}${half === 'all' ? '' : ` ${half}`}`,
  server: (id: ServerId, isStale) => `server ${id}${isStale ? ', old' : ''}`,
  link: (from, to, state) => `${from}-${to} ${state}`,
};

export const sceneOptions: SceneOptions = {
  width: 712,
  height: 560,
  losses: [],
  selected: null,
  motion: true,
  words: stageWords,
};

export const extraOptions: ExtraOptions = {
  ...sceneOptions,
  recent: [],
  lingerMs: 40,
  extra: {
    side: (voters) => voters.map(({ have, of }) => `${have} of ${of}`).join(', '),
    reset: {
      heartbeat: 'heartbeat',
      entries: 'entries',
      snapshot: 'snapshot',
      voteGranted: 'vote',
      stands: 'stands',
      stepsDown: 'steps down',
      restart: 'restart',
    },
    votes: ({ castFor, granted, refused }) =>
      `for ${castFor}; ${granted.join(' ')}; ${refused
        .map(({ voter, why, other }) => [voter, why, other].filter(Boolean).join(' '))
        .join(', ')}`,
  },
};

/** What is added to the picture of `world`. */
export const extrasAt = (world: World, options: Partial<ExtraOptions> = {}) => {
  const all = { ...extraOptions, ...options };
  return extras(world, world.time, scene(world, world.time, all), all);
};

/** The sides of a partition that can go on with nothing. */
export const lostSides = (world: World) =>
  extrasAt(world).sides.filter(({ isQuorate }) => !isQuorate);
