/**
 * In which files the code comes that the first view does without. Parts ask for it by `import(…)`, and a file for each
 * of those would cost a request each: what is needed together comes in one.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * What is asked for by `import(…)`, by the start of its path in `src`, and its file; the first that fits counts.
 * @type {[start: string, file: string][]}
 */
const asked = [
  // The moment after the first view.
  ['ui/soon', 'soon'],
  ['ui/later', 'soon'],
  ['ui/branches/BranchTools', 'soon'],
  ['ui/clients/', 'soon'],
  ['ui/logs/', 'soon'],
  ['ui/phone/', 'soon'],
  ['ui/shortcuts/', 'soon'],
  ['ui/stage/extras', 'soon'],
  ['ui/stage/TimersButton', 'soon'],
  ['ui/transport/', 'soon'],
  ['store/', 'kept'],
  ['timeline/codec', 'judged'],
  ['timeline/judged', 'judged'],
  // What reads scenarios, and so needs their reader.
  ['ui/course/adopt', 'opening'],
  ['ui/course/host', 'opening'],
  ['ui/lab/openAt', 'opening'],
  ['ui/scenario/', 'opening'],
  ['ui/editor/', 'editor'],
  ['ui/lab/', 'lab'],
  ['ui/spacetime/', 'diagram'],
  ['ui/stage/Rack', 'rack'],
  // Menus, dialogs, panels.
  ['ui/', 'asked'],
];

/**
 * What several of these need, room by room, since rooms know each other in no circles; the first that fits counts.
 * @type {[file: string, ...starts: string[]][]}
 */
const shared = [
  ['libraries', '../node_modules/d3-', '../node_modules/lucide/'],
  ['words', 'words/'],
  ['engine', 'check/', 'sim/', 'timeline/'],
  ['scenario', 'explore/', 'scenario/'],
  ['store', 'store/'],
  ['pictures', 'viz/'],
  // What opens needs the reader of scenarios, and what is on the page otherwise does not.
  ['openers', 'ui/lab/openAt', 'ui/scenario/isLesson', 'ui/scenario/open.ts'],
  ['page', 'lessons/', 'ui/'],
];

/** @param {string} source the folder `src` */
export const sharedFiles = (source) =>
  shared.map(([name, ...starts]) => ({
    name,
    test: (/** @type {string} */ id) => starts.some((start) => id.startsWith(join(source, start))),
    minShareCount: 2,
  }));

const prefix = '\0quorate/';

/**
 * The module that stands for all that comes in the same file.
 * @param {string} source
 * @param {string} path
 */
function fileOf(source, path) {
  const found = asked.find(([start]) => path.startsWith(join(source, start)));
  return found === undefined ? null : prefix + found[1];
}

/**
 * @param {string} source
 * @returns {Map<string, Set<string>>} by file, the paths that come in it
 */
function membersOf(source) {
  /** @type {ReturnType<typeof membersOf>} */
  const members = new Map();
  for (const name of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(name)) continue;
    const text = readFileSync(join(source, name), 'utf8');
    for (const [, to = ''] of text.matchAll(/\bimport\(\s*'(\.[^']+)'/g)) {
      const path = join(source, dirname(name), to);
      const file = fileOf(source, path);
      if (file !== null) members.set(file, (members.get(file) ?? new Set()).add(path));
    }
  }
  return members;
}

/**
 * Has what is needed together come in one file.
 * @param {string} source the folder `src`
 * @returns {import('vite').Plugin}
 */
export function fewFiles(source) {
  /** @type {ReturnType<typeof membersOf>} */
  let members = new Map();
  return {
    name: 'quorate:few-files',
    apply: 'build',
    buildStart: () => {
      members = membersOf(source);
    },
    resolveDynamicImport: (to, importer) =>
      typeof to === 'string' && to.startsWith('.') && importer !== undefined
        ? fileOf(source, join(dirname(importer), to))
        : null,
    load: (id) =>
      id.startsWith(prefix)
        ? [...(members.get(id) ?? [])].map((path) => `export * from '${path}';`).join('\n')
        : null,
    generateBundle(_options, bundle) {
      const circle = circleIn((file) => {
        const chunk = bundle[file];
        return chunk?.type === 'chunk' ? chunk.imports : [];
      }, Object.keys(bundle));
      if (circle !== null)
        this.error(`${circle} needs a file that needs it: see src/cli/files.mjs`);
    },
  };
}

/**
 * A file that needs one that needs it: of two such, one would use what is not there yet.
 * @param {(file: string) => readonly string[]} needs
 * @param {readonly string[]} files
 * @returns {string | null}
 */
export function circleIn(needs, files) {
  /** @type {(file: string, found: Set<string>) => Set<string>} */
  const reached = (file, found) => {
    for (const next of needs(file)) if (!found.has(next)) reached(next, found.add(next));
    return found;
  };
  return files.find((file) => reached(file, new Set()).has(file)) ?? null;
}
