/**
 * `node src/cli/run.mjs ENTRY ARGUMENTS…` runs a TypeScript entry that exports
 * `main(argv, cwd): Promise<number>`, the number being the exit code. Node 20 reads no TypeScript, so
 * the entry is bundled into an ignored folder, again whenever a source has changed. Nothing is written
 * to stdout here: that belongs to the entry.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = join(root, 'node_modules/.cache/quorate');

/**
 * Says when something changed, from names, sizes and times: reading every file would cost the warm start.
 * @param {string[]} folders
 */
function fingerprint(folders) {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const folder of folders) {
    for (const name of readdirSync(join(root, folder), {
      recursive: true,
      encoding: 'utf8',
    }).sort()) {
      const { mtimeMs, size } = statSync(join(root, folder, name));
      hash.update(`${folder}/${name} ${mtimeMs} ${size}\n`);
    }
  }
  return hash.digest('hex');
}

/** @param {string} entry */
async function bundle(entry) {
  const { build } = await import('vite');
  const result = await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'error',
    // One file starts fastest; the browser driver reads files of its own and stays outside.
    ssr: { noExternal: true, external: ['@playwright/test'] },
    build: {
      ssr: entry,
      write: false,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [output] = [result].flat();
  if (!output || !('output' in output)) throw new Error(`${entry} was not bundled`);
  return output.output[0].code;
}

/**
 * @param {string} entry
 * @returns {Promise<string>} the bundle's file
 */
async function fresh(entry) {
  const file = join(cache, `${basename(entry, '.ts')}.mjs`);
  const head = `// ${fingerprint(entry.startsWith('src/') ? ['src'] : ['src', 'test'])}\n`;
  if (existsSync(file) && readFileSync(file, 'utf8').startsWith(head)) return file;
  const code = await bundle(entry);
  mkdirSync(cache, { recursive: true });
  // Renamed into place whole: another process may be starting from the same file.
  writeFileSync(`${file}.${process.pid}`, head + code);
  renameSync(`${file}.${process.pid}`, file);
  return file;
}

const [entry = '', ...argv] = process.argv.slice(2);
if (!existsSync(join(root, entry)) || entry === '') {
  process.stderr.write(`There is no ${entry || 'entry'} to run.\n`);
  process.exitCode = 2;
} else {
  const { main } = await import(pathToFileURL(await fresh(entry)).href);
  process.exitCode = await main(argv, process.env.INIT_CWD ?? process.cwd());
}
