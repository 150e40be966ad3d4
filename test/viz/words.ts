/** Words and options for the pictures of the tests: short, and the same everywhere. */
import type { ServerId } from '../../src/base/index.ts';
import type { SceneOptions, StageWords } from '../../src/viz/index.ts';

const stageWords: StageWords = {
  term: 'term',
  role: (role, condition, isStale, part) =>
    condition === 'running' ? (isStale ? 'old' : part === 'voter' ? role : part) : condition,
  timer: (left) => `${left} ms`,
  voted: (name) => `voted ${name}`,
  joint: 'joint',
  lease: (left) => `lease ${left}`,
  half: (half) => (half === 'all' ? '' : half),
  cutOff: (voters) => voters.map(({ have, of }) => `${have} of ${of}`).join(', '),
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
