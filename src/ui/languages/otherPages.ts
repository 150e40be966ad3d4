/** The pages in other languages, as the head of this one names them: so no page carries the words of another. */

/** One for each language but the page's own: `title` is its own name, `data-offer` says in it that it is there. */
export const otherPages = (): readonly HTMLLinkElement[] => [
  ...document.querySelectorAll<HTMLLinkElement>(
    `link[hreflang]:not([hreflang=${document.documentElement.lang}])`,
  ),
];
