/** A scenario file that was named on a command line. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadScenario, type Scenario, type ScenarioError } from '../scenario/index.ts';
import { fileWords as said } from '../words/index.ts';
import { err, reasonOf } from './terminal.ts';

/** The scenario in `file`, below `cwd`; null where it is bad, and each error has then been told. */
export function loadFile(file: string, cwd: string): Scenario | null {
  let text: string;
  try {
    text = readFileSync(resolve(cwd, file), 'utf8');
  } catch (error) {
    err(said.unreadable(file, reasonOf(error)));
    return null;
  }
  const loaded = loadScenario(text, file);
  if (loaded.ok) return loaded.value;
  for (const error of loaded.error) err(errorLine(error));
  return null;
}

function errorLine(error: ScenarioError): string {
  const path = error.path === '' ? '' : ` ${error.path}:`;
  return `${error.file}:${error.line}:${path} ${said.problem(error)}`;
}
