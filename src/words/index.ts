/**
 * Every sentence that can be seen or heard, in the language of the page. A page is built for one language: the build
 * puts another catalogue of the same type in the place of this one (`vite.config.ts`), so that none carries two.
 */
export * from './en/index.ts';
