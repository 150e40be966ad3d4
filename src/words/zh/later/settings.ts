/** What a reader can set once and for all. */
import type { Said } from '../../catalogue.ts';
import type { settingsWords as english } from '../../en/later/settings.ts';

export const settingsWords: Said<typeof english> = {
  title: '设置',
  intro: '只保存在这个浏览器里，别处都没有。',
  theme: '主题',
  themes: { system: '跟随系统', light: '浅色', dark: '深色' },
  motion: '动效',
  motions: { system: '跟随系统', still: '静止：没有东西移动', moving: '移动' },
  verbosity: '解说',
  verbosities: {
    low: '选举、提交、故障',
    medium: '新情况',
    high: '一切，心跳合并讲述',
  },
  keys: '按键',
  keysHint: '先点按钮，再按新的键。按 Escape 则保持不变。',
  change: (does, key) => `${does}：${key}。更改`,
  press: '请按键…',
  taken: (key, does) => `${key} 已被占用：${does}。`,
  back: '所有按键恢复原样',
  welcome: '再次显示三条开始的路',
};
