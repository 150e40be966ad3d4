/** Moments that a reader has marked. */

export const bookmarks = {
  title: 'Bookmarks',
  list: 'Bookmarked moments',
  none: 'No moment is bookmarked. M, or the flag, marks the one in hand.',
  add: 'Bookmark this moment',
  remove: 'Remove the bookmark of this moment',
  go: (moment: string) => `Go to ${moment}`,
  forget: (moment: string) => `Remove the bookmark at ${moment}`,
};
