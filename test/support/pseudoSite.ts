/** The page in the made-up language, built as any other is, but into a folder of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type PluginOption } from 'vite';
import config from '../../vite.config.ts';

const path = (from: string): string => fileURLToPath(new URL(from, import.meta.url));
const english = path('../../src/words/en/index.ts');
const spoken = '\0pseudo';

/** Puts the made-up catalogue where English would stand. */
const speakingPseudo = (): Plugin => ({
  name: 'test:pseudo',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === './en/index.ts' && importer?.endsWith('/words/index.ts') ? spoken : null,
  load: async (id) => {
    if (id !== spoken) return null;
    const names = Object.keys(await import(english));
    const lines = names.map((name) => `export const ${name} = pseudo(english.${name});`);
    return [
      `import * as english from ${JSON.stringify(english)};`,
      `import { pseudo } from ${JSON.stringify(path('./pseudo.ts'))};`,
      ...lines,
    ].join('\n');
  },
});

const nameOf = (plugin: PluginOption): string =>
  typeof plugin === 'object' && plugin !== null && 'name' in plugin ? String(plugin.name) : '';

/** Builds it; gives the folder, and takes it away again. */
export async function buildPseudo(): Promise<{ folder: string; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'quorate-pseudo-'));
  const usual = await config({ mode: 'en', command: 'build' });
  await build({
    ...usual,
    configFile: false,
    root: path('../..'),
    mode: 'en',
    logLevel: 'warn',
    plugins: [
      speakingPseudo(),
      ...(usual.plugins ?? []).filter((plugin) => nameOf(plugin) !== 'quorate:other-languages'),
    ],
    // In which files it comes is of no concern here.
    build: { ...usual.build, rolldownOptions: {}, outDir: folder, emptyOutDir: true },
  });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
