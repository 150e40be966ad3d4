/** `npm run explore`: a search from seed to seed on all cores, its file, and putting the files of parts together. */
import {
  closeSync,
  existsSync,
  ftruncateSync,
  openSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import {
  type Finding,
  openSearch,
  type Question,
  type Search,
  type SeedOutcome,
  withOutcome,
} from '../explore/index.ts';
import { writeScenario } from '../scenario/index.ts';
import { exploreWords as said } from '../words/index.ts';
import type { SearchArguments } from './exploreArguments.ts';
import { headLine, isHead, leftIn, lineOf, outcomeFrom, seedsIn } from './exploreFile.ts';
import { tryAll } from './explorePool.ts';
import { withFolder } from './folders.ts';
import { badUse, err, grouped, out, reasonOf } from './terminal.ts';

/** @returns the exit code */
export async function runSearch(asked: SearchArguments, cwd: string): Promise<number> {
  const file = asked.out === null ? null : openFile(resolve(cwd, asked.out), asked);
  if (typeof file === 'string') {
    err(file);
    return badUse;
  }
  const begun = file?.search ?? openSearch(asked.question);
  if (file !== null && file.seeds > 0) err(said.resumed(grouped(file.seeds)));
  const search = await searched(asked, begun, (outcome) => file?.write(lineOf(outcome)));
  file?.close();
  return report(asked, search, cwd);
}

interface OpenFile {
  /** The search as far as the file has it. */
  readonly search: Search;
  readonly seeds: number;
  readonly write: (line: string) => void;
  readonly close: () => void;
}

/** The file, opened where it was left, or a sentence of why it cannot be. */
function openFile(path: string, asked: SearchArguments): OpenFile | string {
  const head = headLine(asked);
  try {
    const left = existsSync(path) ? leftIn(readFileSync(path, 'utf8')) : null;
    if (left !== null && left.head !== head) return said.otherQuestion(path);
    const descriptor = openSync(withFolder(path), 'a');
    ftruncateSync(descriptor, left?.bytes ?? 0);
    const write = (line: string): void => void writeSync(descriptor, `${line}\n`);
    if (left === null) write(head);
    const outcomes = (left?.lines ?? []).map(outcomeFrom);
    const search = outcomes.reduce(withOutcome, openSearch(asked.question));
    return { search, seeds: outcomes.length, write, close: () => closeSync(descriptor) };
  } catch (error) {
    return said.unwritable(path, reasonOf(error));
  }
}

/** Goes on from `begun`; what seeds came to is told and put in by their order, in whatever order they were tried. */
async function searched(
  { seconds, workers, isShrunk }: SearchArguments,
  begun: Search,
  tell: (outcome: SeedOutcome) => void,
): Promise<Search> {
  const { question } = begun;
  const clock = stopwatch(begun);
  const waiting = new Map<number, SeedOutcome>();
  let search = begun;
  let ahead = begun.next;
  const next = (): number | null => {
    if (search.next === null || ahead === null || clock.seconds() > seconds) return null;
    const seed = ahead;
    ahead = seed + question.shard[1] > question.seeds[1] ? null : seed + question.shard[1];
    return seed;
  };
  await tryAll({ question, isShrunk }, workers, next, (outcome) => {
    waiting.set(outcome.seed, outcome);
    for (let seed = search.next; seed !== null; seed = search.next) {
      const due = waiting.get(seed);
      if (due === undefined) break;
      waiting.delete(seed);
      search = withOutcome(search, due);
      tell(due);
    }
    clock.show(search);
  });
  return search;
}

const seedsTried = ({ question, next }: Search): number => {
  const { seeds, shard } = question;
  const first = seeds[0] + shard[0] - 1;
  return next === null ? seedsOf(question) : Math.max(0, Math.round((next - first) / shard[1]));
};
const seedsOf = ({ seeds: [first, last], shard: [part, of] }: Question): number =>
  Math.max(0, Math.floor((last - first - part + 1) / of) + 1);

/** Says on stderr how far a search is, once a second. */
function stopwatch(begun: Search) {
  const start = process.hrtime.bigint();
  const seconds = (): number => Number(process.hrtime.bigint() - start) / 1e9;
  let told = 0;
  const show = (search: Search): void => {
    const now = seconds();
    if (now - told < 1) return;
    told = now;
    const perSecond = (search.events - begun.events) / now;
    const { question, events, rules } = search;
    const figures = [seedsTried(search), seedsOf(question), events, perSecond, rules.length];
    err(said.progress(...(figures.map(grouped) as [string, string, string, string, string])));
  };
  return { seconds, show };
}

function report(asked: SearchArguments, search: Search, cwd: string): number {
  const { findings, schedules, events, question } = search;
  const last = findings.at(-1)?.seed;
  const isCutShort = question.isFirstEnough && last !== undefined;
  const tried = isCutShort ? seedsTried({ ...search, next: last + 1 }) : seedsTried(search);
  out(said.sum(grouped(tried), grouped(schedules), grouped(events)));
  if (findings.length === 0) out(said.nothing);
  for (const finding of findings) show(finding, asked, cwd);
  return findings.length === 0 ? 0 : 1;
}

function show(finding: Finding, { to, question }: SearchArguments, cwd: string): void {
  const { seed, what, file, facts } = finding;
  out(said.found(String(seed), what, grouped(file.steps?.length ?? 0)));
  const text = writeScenario(file, [facts]);
  if (to !== null) {
    const path = join(resolve(cwd, to), `seed-${seed}.yaml`);
    writeFileSync(withFolder(path), text);
    out(`npm run sim -- ${path}`);
  } else if (question.isFirstEnough) out(`\n${text}`);
}

/** Puts the files of all parts together: the bytes of one run. */
export function merge(files: readonly string[], to: string | null, cwd: string): number {
  const heads = new Set<string>();
  const lines = new Map<number, string>();
  for (const file of files) {
    const complaint = takeIn(resolve(cwd, file), heads, lines);
    if (complaint !== null) {
      err(complaint);
      return badUse;
    }
  }
  const [head] = heads;
  if (head === undefined) {
    err(said.missing('--merge FILE'));
    return badUse;
  }
  const [first, last] = seedsIn(head);
  const missing = seedsMissing(first, last, lines);
  if (missing !== null) {
    err(said.incomplete(grouped(missing.count), String(missing.first)));
    return badUse;
  }
  const inOrder = [...lines].sort(([a], [b]) => a - b).map(([, line]) => line);
  const text = `${[head, ...inOrder].join('\n')}\n`;
  if (to === null) process.stdout.write(text);
  else writeFileSync(withFolder(resolve(cwd, to)), text);
  err(said.merged(grouped(files.length), grouped(inOrder.length)));
  return 0;
}

function takeIn(path: string, heads: Set<string>, lines: Map<number, string>): string | null {
  try {
    const left = leftIn(readFileSync(path, 'utf8'));
    if (left === null || !isHead(left.head)) return said.noExploration(path);
    heads.add(left.head);
    if (heads.size > 1) return said.otherQuestion(path);
    for (const line of left.lines) lines.set(outcomeFrom(line).seed, line);
    return null;
  } catch (error) {
    return said.unreadable(path, reasonOf(error));
  }
}

function seedsMissing(first: number, last: number, lines: ReadonlyMap<number, string>) {
  let count = 0;
  let least: number | null = null;
  for (let seed = first; seed <= last; seed += 1) {
    if (lines.has(seed)) continue;
    count += 1;
    least ??= seed;
  }
  return least === null ? null : { count, first: least };
}
