/** The budget of the first view: what must arrive before anything is drawn. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const budgetBytes = 140_000;

/**
 * The entry's script, those it imports statically, and their styles; not what it loads later.
 * @param {string} dist
 * @returns {Set<string>}
 */
function firstView(dist) {
  /** @type {Record<string, import('vite').ManifestChunk>} */
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
  /** @type {Set<string>} */
  const files = new Set();
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
 * @param {string} dist the built site
 * @returns {{ ok: boolean, sentence: string }}
 */
export function measureFirstView(dist) {
  const sizes = [...firstView(dist)].map(
    (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length,
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  /** @param {number} bytes */
  const kB = (bytes) => (bytes / 1000).toFixed(1);
  return {
    ok: sizes.length > 0 && total <= budgetBytes,
    sentence: `${kB(total)} kB of ${kB(budgetBytes)} kB, gzip; files: ${sizes.length}`,
  };
}
