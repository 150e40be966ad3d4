/** What a search found, by its name. */
import type { Finding } from '../../../explore/index.ts';
import { labSearch as said, words } from '../../../words/index.ts';

export const nameOfBroken = (what: Finding['what']): string =>
  what in said.what
    ? said.what[what as keyof typeof said.what]
    : (words.page.propertyNames[what] ?? what);
