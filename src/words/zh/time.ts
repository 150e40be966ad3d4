/** Playing, stepping, and where in a run one is. */
import type { Said } from '../catalogue.ts';
import type * as english from '../en/time.ts';

export const time: Said<typeof english.time> = {
  play: '播放',
  pause: '暂停',
  next: '下一事件',
  previous: '上一事件',
  restart: '重新开始运行',
  undo: '撤销',
  redo: '重做',
  branch: (place, of) => `分支 ${place} / ${of}`,
  branches: '分支',
  nextMark: '下一重要事件',
  previousMark: '上一重要事件',
  speed: '速度',
  timeline: '时间线',
  transport: '播放控制',
  event: (seq) => `事件 ${seq}`,
  seed: (seed) => `种子 ${seed}`,
  at: (moment, end) => `${moment}，共 ${end}`,
  sliderText: (at, event) => `${at}，${event}`,
};

/** `实时的 1/50`, `实时`, `实时的 4 倍`. */
export const speedText: typeof english.speedText = (speed) => {
  if (speed === 1) return '实时';
  return speed < 1 ? `实时的 1/${Math.round(1 / speed)}` : `实时的 ${speed} 倍`;
};

export { speedShort } from '../en/time.ts';
