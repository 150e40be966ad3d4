/** What a browser and a search engine read before the page runs; the build writes it into the head of the page. */
import type { Said } from '../catalogue.ts';
import type { document as english } from '../en/document.ts';

export const document: Said<typeof english> = {
  language: 'zh-Hans',
  ownName: '简体中文',
  offer: '本页也有中文版。',
  title: 'Quorate：Raft 实验室',
  description:
    '浏览器里的完整 Raft 集群：看它选举、复制、恢复；关掉论文中的任意一条规则，看会发生什么。',
  needsScript: 'Quorate 在浏览器中运行 Raft 集群，需要启用 JavaScript。',
};
