/**
 * The build: static files with relative addresses, so that `dist` works under any path of any host,
 * and a content security policy in the page itself, since a static host may set no headers.
 */
import react from '@vitejs/plugin-react';
import type { Plugin, Rolldown } from 'vite';
import { defineConfig } from 'vitest/config';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
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

/** What the first view needs, in one file: a file for each set of sharers would cost it a tenth of its size. */
const firstView: CodeSplitting = {
  // What a room's door passes on is not needed by everybody who comes through it.
  includeDependenciesRecursively: false,
  groups: [
    {
      name: 'first',
      tags: ['$initial'],
      test: /^(?!.*(main\.tsx|\.html|\/later\/|\/sim\/sound|\/store\/sharing|\/timeline\/(tell|cited|notation|annalsRead|codec|share|difference|figure2|witness|recent|reading)|\/viz\/(spacetime|engines\/spacetime)))/,
    },
  ],
};

type CodeSplitting = Exclude<NonNullable<Rolldown.OutputOptions['codeSplitting']>, boolean>;

export default defineConfig({
  base: './',
  plugins: [react(), contentSecurityPolicy(), fontsFirst()],
  worker: { format: 'es' },
  build: {
    target: 'es2023',
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
});
