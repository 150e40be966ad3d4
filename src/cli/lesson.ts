/** `npm run check-lesson`: says what a lesson still lacks. */
import { critiqueOf, type Finding, type Scenario } from '../scenario/index.ts';
import { fileWords, critique as said } from '../words/index.ts';
import { loadFile } from './loadFile.ts';
import { badUse, err, out } from './terminal.ts';

/** @returns the exit code: 0 nothing is missing, 1 something is, 2 a bad file or command line */
export async function main(argv: readonly string[], cwd: string): Promise<number> {
  if (argv.includes('--help')) {
    out(said.usage);
    return 0;
  }
  const flag = argv.find((argument) => argument.startsWith('-'));
  if (flag !== undefined || argv.length === 0) {
    err(`${flag === undefined ? fileWords.noFile : fileWords.unknownFlag(flag)}\n${said.usage}`);
    return badUse;
  }
  const scenarios = argv.map((file) => loadFile(file, cwd));
  if (scenarios.includes(null)) return badUse;
  const lacking = scenarios.map((scenario) => report(scenario as Scenario));
  return lacking.some((lacks) => lacks) ? 1 : 0;
}

/** @returns whether anything is missing */
function report(scenario: Scenario): boolean {
  const found = critiqueOf(scenario);
  for (const finding of found) out(lineOf(scenario, finding));
  if (found.length === 0) out(said.ready(scenario.file));
  return found.length > 0;
}

const lineOf = ({ file }: Scenario, finding: Finding): string => {
  const { run, line, path } = finding;
  const name = run === null ? file : `${file}#${run}`;
  return `${said.place(name, line, path)}: ${said.finding(finding)}`;
};
