/** 读者标记的时刻。 */
import type { bookmarks as english } from '../../en/later/bookmarks.ts';

export const bookmarks: typeof english = {
  title: '书签',
  list: '加了书签的时刻',
  none: '还没有书签。按 M 键或旗帜，可标记当前时刻。',
  add: '为此刻加书签',
  remove: '取消此刻的书签',
  go: (moment) => `前往 ${moment}`,
  forget: (moment) => `取消 ${moment} 的书签`,
};
