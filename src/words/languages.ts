/** The languages the page is built in, each with its catalogue in the folder of its name; the first is the site's own. */
import { document as en } from './en/document.ts';
import { document as zh } from './zh/document.ts';

export const languages = { en, zh };

export type Language = keyof typeof languages;

/** Where the page of one language finds that of another, relative to itself. */
export const pathTo = (to: Language, from: Language): string =>
  `${from === 'en' ? './' : '../'}${to === 'en' ? '' : `${to}/`}index.html`;
