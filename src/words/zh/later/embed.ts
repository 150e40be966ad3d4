/** The page in a frame of somebody else's, and the HTML that puts it there. */
import type { Said } from '../../catalogue.ts';
import type * as english from '../../en/later/embed.ts';

export const embed: Said<typeof english.embed> = {
  name: 'Raft 集群',
  open: '在 Quorate 中打开此刻',
  openShort: '在 Quorate 中打开',
  title: '放进你自己的网页',
  intro: '此刻的画面、旁白与时间，并可通向完整页面。',
  lessonIntro: '画面、时间以及带问题的课程，并可通向完整页面。',
  size: '大小',
  pixels: ({ width, height }) => `${width} × ${height} 像素`,
  preview: ({ width, height }) => `${width} × ${height} 像素，此处为四分之一大小`,
  html: '框架的 HTML',
  copy: '复制 HTML',
};
