/** The ways to the page in other languages, each in its own name. */
import { Languages } from 'lucide';
import { chooseLanguage } from '../../store/index.ts';
import { Icon } from '../controls/Icon.tsx';
import { otherPages } from './otherPages.ts';

/** A link for each; the run in hand is kept on the way, as over a reload. */
export function LanguageLinks() {
  return otherPages().map((page) => <LanguageLink key={page.href} page={page} />);
}

/** One link; a moment that stands in the address goes along. */
export function LanguageLink({ page }: { readonly page: HTMLLinkElement }) {
  const { hreflang, title, href } = page;
  return (
    <a
      className="quiet"
      href={href}
      hrefLang={hreflang}
      lang={hreflang}
      title={title}
      onClick={({ currentTarget }) => {
        chooseLanguage(hreflang);
        currentTarget.hash = location.hash;
      }}
    >
      <Icon of={Languages} size={16} />
      <span>{title}</span>
    </a>
  );
}
