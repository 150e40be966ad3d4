/** The budget of the first view: what must arrive before anything is drawn, in whatever language. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const budgetBytes = 130_000;
/** A language with letters of three bytes says the same in more. */
const otherLanguagesBytes = 132_000;
/** Fonts come beside it, swapped in when they are here. */
const fontBytes = 140_000;
/** With the page itself and its fonts. */
const mostRequests = 10;

/**
 * The entry's script, those it imports statically, and their styles; not what it loads later. Nothing of a page that
 * was not built.
 * @param {string} dist
 * @returns {Set<string>}
 */
function firstView(dist) {
  /** @type {Set<string>} */
  const files = new Set();
  const list = join(dist, '.vite/manifest.json');
  if (!existsSync(list)) return files;
  /** @type {Record<string, import('vite').ManifestChunk>} */
  const manifest = JSON.parse(readFileSync(list, 'utf8'));
  /** @param {string} key */
  const add = (key) => {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const style of chunk.css ?? []) files.add(style);
    for (const imported of chunk.imports ?? []) add(imported);
  };
  add('index.html');
  return files;
}

/**
 * The folders of the site's pages, its own first: one for each language that its head names.
 * @param {string} dist
 * @returns {{ language: string, folder: string }[]}
 */
function pages(dist) {
  const head = readFileSync(join(dist, 'index.html'), 'utf8');
  const others = head.matchAll(/hreflang="([^"]+)" href="\.\/([^"]+)\/index\.html"/g);
  return [
    { language: /<html lang="([^"]+)"/.exec(head)?.[1] ?? '', folder: dist },
    ...[...others].map(([, language = '', folder = '']) => ({
      language,
      folder: join(dist, folder),
    })),
  ];
}

/**
 * @param {string} folder of one page
 * @returns {{ bytes: number, files: number }}
 */
function weigh(folder) {
  const sizes = [...firstView(folder)].map(
    (file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length,
  );
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), files: sizes.length };
}

/**
 * @param {string} dist
 * @returns {number[]} the bytes of each font of the site
 */
function fonts(dist) {
  const folder = join(dist, 'assets');
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return files
    .filter((file) => file.endsWith('.woff2'))
    .map((file) => statSync(join(folder, file)).size);
}

/**
 * Each language has a page of its own, and each must keep to the budget.
 * @param {string} dist the built site
 * @returns {{ ok: boolean, sentence: string }}
 */
export function measureFirstView(dist) {
  /** @param {number} bytes */
  const kB = (bytes) => (bytes / 1000).toFixed(1);
  const weighed = pages(dist).map(({ language, folder }, place) => ({
    language,
    budget: place === 0 ? budgetBytes : otherLanguagesBytes,
    ...weigh(folder),
  }));
  const faces = fonts(dist);
  const weight = faces.reduce((sum, bytes) => sum + bytes, 0);
  const isLight = weighed.every(
    ({ bytes, files, budget }) =>
      files > 0 && bytes <= budget && 1 + files + faces.length <= mostRequests,
  );
  const lines = weighed.map(
    ({ language, bytes, files, budget }) =>
      `${language} ${kB(bytes)} kB of ${kB(budget)} kB, gzip; files: ${files}`,
  );
  const ofFonts = `fonts ${kB(weight)} kB of ${kB(fontBytes)} kB; files: ${faces.length}`;
  return { ok: isLight && weight <= fontBytes, sentence: [...lines, ofFonts].join('\n') };
}
