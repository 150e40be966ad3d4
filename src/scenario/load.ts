/** From text to something to run. */
import { ok, type Result } from '../base/index.ts';
import { compile } from './compile.ts';
import type { ScenarioFile } from './file.ts';
import { serverNames } from './names.ts';
import { parse } from './parse.ts';
import type { ScenarioError } from './problems.ts';
import type { Scenario } from './scenario.ts';

/** Reads a scenario. Errors: everything that is wrong with the text, in the order of its lines. */
export function loadScenario(
  text: string,
  name: string,
): Result<Scenario, readonly ScenarioError[]> {
  const parsed = parse(text, name);
  return parsed.ok ? ok(compile(parsed.value, name)) : parsed;
}

/** A file that was made and not written, so that nobody needs to read it; who made it answers for its being valid. */
export const scenarioFrom = (file: ScenarioFile, name: string): Scenario =>
  compile({ file, names: serverNames(file) ?? [], lines: new Map() }, name);
