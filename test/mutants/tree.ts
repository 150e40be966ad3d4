/** Copies of the project in a temporary folder, in which a line may be changed and the catchers run. */
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Caught } from './catcher.ts';
import type { Mutant } from './mutant.ts';

/** Everything that the catchers and vitest need. */
const parts = [
  'src',
  'test',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
];

/** Set by the first look, which has no mutant: what takes so much longer never ends. */
const patience = { ms: 3_600_000 };
const timesLonger = 20;

/** Runs `look` without a mutant, and allows what comes later so many times as long. */
export async function settingPatience<T>(look: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const result = await look();
  patience.ms = Math.ceil(timesLonger * (performance.now() - begun));
  return result;
}

/** A copy of the project below `root`; its packages are those of the project, its caches its own. */
export function copyTree(root: string): string {
  const tree = mkdtempSync(join(tmpdir(), 'quorate-mutant-'));
  for (const part of parts) cpSync(join(root, part), join(tree, part), { recursive: true });
  const packages = join(tree, 'node_modules');
  mkdirSync(packages);
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (!name.startsWith('.'))
      symlinkSync(join(root, 'node_modules', name), join(packages, name), 'junction');
  }
  return tree;
}

export const removeTree = (tree: string): void => rmSync(tree, { recursive: true, force: true });

/** Runs `look` with the mutant in place, and puts the line back. */
export async function withMutant<T>(
  tree: string,
  { file, from, to }: Mutant,
  look: () => Promise<T>,
): Promise<T> {
  const path = join(tree, file);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.split(from).join(to));
  try {
    return await look();
  } finally {
    writeFileSync(path, text);
  }
}

interface Ended {
  readonly out: string;
  /** Null: it had to be stopped. */
  readonly code: number | null;
}

function run(tree: string, args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const env = { ...process.env, INIT_CWD: tree };
    const child = spawn(process.execPath, args, { cwd: tree, env, timeout: patience.ms });
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      out += chunk;
    });
    child.on('close', (code) => resolve({ out, code }));
  });
}

/** What the fast catchers find in a tree; null: nothing. */
export async function runCatcher(tree: string): Promise<Caught | null> {
  const { out, code } = await run(tree, ['src/cli/run.mjs', 'test/mutants/catcher.ts']);
  if (code === null) return { by: 'the clock', what: 'it does not end' };
  const last = out.trimEnd().split('\n').at(-1) ?? '';
  if (code !== 0) return { by: 'the bundler', what: last };
  return JSON.parse(last) as Caught | null;
}

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** The names of the unit tests that fail in a tree. */
export async function failingTests(tree: string): Promise<ReadonlySet<string>> {
  const report = join(tree, 'report.json');
  const rooms = ['raft', 'kv', 'sim', 'check'].map((room) => `test/${room}`);
  const vitest = join('node_modules', 'vitest', 'vitest.mjs');
  rmSync(report, { force: true });
  await run(tree, [vitest, 'run', ...rooms, '--reporter=json', `--outputFile=${report}`]);
  if (!existsSync(report)) return new Set(['the unit tests do not end']);
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  return new Set(
    testResults.flatMap(({ name, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === 'failed');
      if (assertionResults.length === 0) return [name.slice(tree.length + 1)];
      return failed.map(({ fullName }) => fullName);
    }),
  );
}
