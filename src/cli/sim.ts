/** `npm run sim`: runs scenario files headless and prints what did not hold. */
import { resolve } from 'node:path';
import {
  type Failure,
  hasPassed,
  headlessRuns,
  history,
  type Outcome,
  reportOf,
  runScenario,
  type Scenario,
  traceTo,
} from '../scenario/index.ts';
import { fileWords as said } from '../words/index.ts';
import { type LineFile, openLineFile } from './lineFile.ts';
import { loadFile } from './loadFile.ts';
import { readArguments, type SimArguments } from './simArguments.ts';
import { badUse, err, out, reasonOf } from './terminal.ts';

/** @returns the exit code: 0 all hold, 1 something did not, 2 a bad file or command line, and then nothing was run */
export async function main(argv: readonly string[], cwd: string): Promise<number> {
  const read = readArguments(argv);
  if (typeof read === 'string') {
    err(`${read}\n${said.usage}`);
    return badUse;
  }
  if (read.help) {
    out(said.usage);
    return 0;
  }
  const scenarios = loadAll(read, cwd);
  if (scenarios === null) return badUse;
  const outputs = openOutputs(read, cwd);
  return outputs === null ? badUse : runAll(read, scenarios, outputs);
}

/** Null where any of them is bad; each error has then been told. */
function loadAll({ files, seed }: SimArguments, cwd: string): readonly Scenario[] | null {
  const loaded = files.map((file) => loadFile(file, cwd));
  if (loaded.some((one) => one === null)) return null;
  return loaded
    .flatMap((one) => headlessRuns(one as Scenario))
    .map((one) => (seed === null ? one : { ...one, setup: { ...one.setup, seed } }));
}

interface Outputs {
  readonly trace: LineFile | null;
  readonly history: LineFile | null;
}

/** Null where a file cannot be written, which has been told then. */
function openOutputs(asked: SimArguments, cwd: string): Outputs | null {
  const opened: { -readonly [Name in keyof Outputs]: Outputs[Name] } = {
    trace: null,
    history: null,
  };
  for (const name of ['trace', 'history'] as const) {
    const path = asked[name];
    if (path === null) continue;
    try {
      opened[name] = openLineFile(resolve(cwd, path));
    } catch (error) {
      err(said.unwritable(path, reasonOf(error)));
      return null;
    }
  }
  return opened;
}

function runAll({ json }: SimArguments, scenarios: readonly Scenario[], outputs: Outputs): number {
  const isMany = scenarios.length > 1;
  let passed = 0;
  for (const scenario of scenarios) {
    if (process.stderr.isTTY && isMany) err(said.running(nameOf(scenario)));
    const outcome = runOne(scenario, outputs, isMany);
    if (hasPassed(outcome)) passed += 1;
    if (json) out(JSON.stringify(reportOf(scenario, outcome)));
    else for (const failure of outcome.failures) out(failureLine(scenario, failure));
  }
  outputs.trace?.close();
  outputs.history?.close();
  const failed = scenarios.length - passed;
  (json ? err : out)(said.closing(passed, failed));
  return failed === 0 ? 0 : 1;
}

const nameOf = ({ file, run }: Scenario): string => (run === null ? file : `${file}#${run}`);

function runOne(scenario: Scenario, { trace, history: told }: Outputs, isMany: boolean): Outcome {
  const name = JSON.stringify(nameOf(scenario));
  // Lines of several runs in one file say whose they are.
  const put =
    (file: LineFile) =>
    (line: string): void =>
      file.write(isMany ? `{"file":${name},${line.slice(1)}` : line);
  const outcome = runScenario(scenario, trace === null ? null : traceTo(put(trace)));
  if (told !== null) for (const line of history(outcome.play.world)) put(told)(line);
  return outcome;
}

function failureLine(scenario: Scenario, failure: Failure): string {
  const { line, step, path } = failure;
  return `${nameOf(scenario)}:${line}: ${said.step(step)}: ${path}: ${said.failure(failure)}`;
}
