/**
 * The build: static files with relative addresses, so that `dist` works under any path of any host,
 * and a content security policy in the page itself, since a static host may set no headers.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, type HtmlTagDescriptor, type Plugin, type Rolldown } from 'vite';
import { defineConfig } from 'vitest/config';
import { fewFiles, sharedFiles } from './src/cli/files.mjs';
import { type Language, languages, pathTo } from './src/words/languages.ts';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  // Any host: somebody may open a lesson by its address. Nothing else is ever asked for once the page is there.
  "connect-src 'self' https:",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Only in the build: the development server needs inline scripts and a socket. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'quorate:content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/** The page draws itself after the load event; its faces are asked for with the page, so that none comes later. */
function fontsFirst(): Plugin {
  return {
    name: 'quorate:fonts-first',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((file) => file.endsWith('.woff2'))
          .map((file) => ({
            tag: 'link',
            attrs: {
              rel: 'preload',
              as: 'font',
              type: 'font/woff2',
              href: `./${file}`,
              crossorigin: true,
            },
            injectTo: 'head' as const,
          })),
    },
  };
}

/** What the first view needs is nearly all called: so it is compiled beside the page, not a function at a time amid it. */
function compiledAtOnce(): Plugin {
  return {
    name: 'quorate:compiled-at-once',
    apply: 'build',
    generateBundle: {
      order: 'post', // It counts on the first line only.
      handler: (_options, bundle) => {
        for (const file of Object.values(bundle))
          if (file.type === 'chunk' && file.name === 'first')
            file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
      },
    },
  };
}

/** The catalogue and the head of the page in the language it is built for. */
function speaking(language: Language): Plugin {
  const said = languages[language];
  const catalogue = fileURLToPath(new URL(`./src/words/${language}/index.ts`, import.meta.url));
  return {
    name: 'quorate:speaking',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source === './en/index.ts' && importer?.endsWith('/words/index.ts') ? catalogue : null,
    // The styles of a language, after those of every page.
    transform: (code, id) =>
      id.endsWith('/ui/styles/index.css') && existsSync(stylesOf(language))
        ? `${code}@import "./${language}.css";\n`
        : null,
    transformIndexHtml: {
      order: 'post',
      handler: (html) => ({
        html: Object.entries(said)
          .reduce((text, [name, value]) => text.replaceAll(`%${name}%`, value), html)
          .replace('<html lang="en">', `<html lang="${said.language}">`)
          // What lies in `public` is served once, beside the first language.
          .replaceAll(
            /(href=")\.(\/(?:favicon|manifest)\.)/g,
            `$1${language === 'en' ? '.' : '..'}$2`,
          ),
        tags: others(language),
      }),
    },
  };
}

const stylesOf = (language: Language): string =>
  fileURLToPath(new URL(`./src/ui/styles/${language}.css`, import.meta.url));

const others = (language: Language): HtmlTagDescriptor[] =>
  (Object.keys(languages) as Language[]).map((other) => ({
    tag: 'link',
    attrs: {
      rel: 'alternate',
      hreflang: languages[other].language,
      href: pathTo(other, language),
      // What the page says of the others it reads here, and so carries no words of theirs.
      title: languages[other].ownName,
      'data-offer': languages[other].offer,
    },
    injectTo: 'head',
  }));

/** A build of the site's own language builds the pages of the others into folders beside it. */
function otherLanguages(): Plugin {
  return {
    name: 'quorate:other-languages',
    apply: 'build',
    closeBundle: async () => {
      for (const mode of Object.keys(languages).filter((language) => language !== 'en'))
        await build({ mode, logLevel: 'warn' });
    },
  };
}

/** What doors pass on and the first view does without, by the start of its path in `src`. */
const later = [
  '/check/',
  '/later/',
  '/lessons/paths',
  '/sim/aligning',
  '/sim/sound',
  '/scenario/',
  '/store/bringAlong',
  '/store/course/',
  '/store/judging',
  '/store/lessonLink',
  '/store/ownLesson',
  '/store/progress',
  '/store/sharing',
  '/store/teller',
  '/timeline/annal',
  '/timeline/calls',
  '/timeline/cited',
  '/timeline/codec',
  '/timeline/difference',
  '/timeline/figure2',
  '/timeline/fingerprint',
  '/timeline/judge',
  '/timeline/notation',
  '/timeline/reading',
  '/timeline/recent',
  '/timeline/sameActs',
  '/timeline/share',
  '/timeline/tell',
  '/timeline/trying',
  '/timeline/why/',
  '/timeline/witness',
  '/timeline/wonder',
  '/ui/later',
  '/viz/engines/extras',
  '/viz/engines/rack',
  '/viz/engines/score',
  '/viz/engines/spacetime',
  '/viz/marks/landmark',
  '/viz/extras',
  '/viz/marks/lane',
  '/viz/marks/note',
  '/viz/marks/side',
  '/viz/rack',
  '/viz/score',
  '/viz/spacetime',
];

/** By the paths in `src` alone: a checkout may lie in a folder that is called as one of the parts. */
const source = fileURLToPath(new URL('./src', import.meta.url));

/** @param id of a module: its path, with a query at times */
function isFirstView(id: string): boolean {
  if (!id.startsWith(source)) return !id.endsWith('.html');
  const path = id.slice(source.length);
  return path !== '/main.tsx' && !later.some((part) => path.includes(part));
}

/** What the first view needs, in one file: a file for each set of sharers would cost it a tenth of its size. */
const firstView: CodeSplitting = {
  // What a room's door passes on is not needed by everybody who comes through it.
  includeDependenciesRecursively: false,
  groups: [
    {
      name: 'first',
      tags: ['$initial'],
      test: isFirstView,
    },
    ...sharedFiles(source),
  ],
};

type CodeSplitting = Exclude<NonNullable<Rolldown.OutputOptions['codeSplitting']>, boolean>;

const isLanguage = (mode: string): mode is Language => Object.hasOwn(languages, mode);

export default defineConfig(({ mode }) => {
  const language = isLanguage(mode) ? mode : 'en';
  const isFirst = language === 'en';
  return {
    base: './',
    plugins: [
      react(),
      speaking(language),
      contentSecurityPolicy(),
      fontsFirst(),
      fewFiles(source),
      compiledAtOnce(),
      ...(isFirst ? [otherLanguages()] : []),
    ],
    worker: { format: 'es' },
    build: {
      target: 'es2023',
      outDir: isFirst ? 'dist' : `dist/${language}`,
      copyPublicDir: isFirst,
      manifest: true, // The size budget reads what the first view needs from it.
      modulePreload: {
        polyfill: false,
        // What comes later is fetched in idle moments anyway; listing what each part needs would weigh on the first view.
        resolveDependencies: (_file, files, { hostType }) => (hostType === 'html' ? files : []),
      },
      rolldownOptions: { output: { codeSplitting: firstView } },
      assetsInlineLimit: 0, // A font inlined as data: would be refused by the policy above.
    },
    test: {
      environment: 'node',
      include: ['test/**/*.test.{ts,tsx}'],
      exclude: ['test/e2e/**'],
      testTimeout: 30_000, // A search over many seeds takes its time on a busy machine.
    },
  };
});
