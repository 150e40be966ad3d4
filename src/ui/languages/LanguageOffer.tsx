/** Says once that the page speaks the reader's language too; nobody is sent there. */
import { useEffect, useState } from 'react';
import { chooseLanguage, isLanguageChosen } from '../../store/index.ts';
import { words } from '../../words/index.ts';
import { Cross } from '../controls/Cross.tsx';
import { LanguageLink } from './LanguageLinks.tsx';
import { otherPages } from './otherPages.ts';
import '../styles/languages.css';

const own = (): string => document.documentElement.lang;

/** A line in the language it offers, until it is dismissed or the page is left. */
export function LanguageOffer() {
  const [page, setPage] = useState(() => (isLanguageChosen() ? null : wanted()));
  useEffect(() => {
    // Offered once: who passes over it is not asked again at the next visit.
    if (page !== null) chooseLanguage(own());
  }, [page]);
  if (page === null) return null;
  return (
    <div className="offer" role="status">
      <span lang={page.hreflang}>{page.dataset.offer}</span>
      <LanguageLink page={page} />
      <Cross label={words.troubles.dismiss} onPress={() => setPage(null)} />
    </div>
  );
}

/** The page in the language that the browser's owner likes better than this one; null: this is the best there is. */
function wanted(): HTMLLinkElement | null {
  const others = otherPages();
  for (const liked of navigator.languages) {
    if (isOf(liked, own())) return null;
    const page = others.find(({ hreflang }) => isOf(liked, hreflang));
    if (page !== undefined) return page;
  }
  return null;
}

/** `zh-CN` is of `zh-Hans`: a page in another script or of another country serves better than none. */
const isOf = (a: string, b: string): boolean => languageOf(a) === languageOf(b);
const languageOf = (tag: string): string | undefined => tag.toLowerCase().split('-')[0];
