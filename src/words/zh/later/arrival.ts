/** 链接通向何处。 */

import type { Said } from '../../catalogue.ts';
import type { arrival as english } from '../../en/later/arrival.ts';

export const arrival: Said<typeof english> = {
  opened: '已从链接打开。',
  same: (print) => `已从链接打开：状态 ${print}，与分享时相同。`,
  other: (print) => `已从链接打开，但状态与分享时不同：${print}。`,
  older: (version, print) =>
    `此链接由引擎的第 ${version} 版生成；用当前版本重放，得到状态 ${print}。`,
};
