/** The ways to the page in other languages, as acts. */
import { chooseLanguage } from '../../store/index.ts';
import { palette as said } from '../../words/index.ts';
import { otherPages } from '../languages/otherPages.ts';
import type { Action } from './actions.ts';

export const languageActions = (): readonly Action[] =>
  otherPages().map(({ hreflang, title, href }) => ({
    id: `language ${hreflang}`,
    group: 'page',
    text: said.language(title),
    hint: '',
    run: () => {
      chooseLanguage(hreflang);
      location.assign(href + location.hash);
    },
  }));
