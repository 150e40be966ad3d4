/** What a browser and a search engine read before the page runs; the build writes it into the page's head. */
export const document = {
  /** BCP 47. */
  language: 'en',
  /** The language's own name, as its link says it on the pages of the others. */
  ownName: 'English',
  /** Says on the pages in other languages that this one is there, to whoever would rather read it. */
  offer: 'This page is also in English.',
  title: 'Quorate: a Raft laboratory',
  description:
    'A complete Raft cluster in your browser: watch it elect, replicate and recover, break any rule of the paper and see what follows.',
  needsScript: 'Quorate runs a Raft cluster in your browser, which needs JavaScript to be on.',
};
