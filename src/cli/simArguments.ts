/** The command line of `sim`, read. */
import { fileWords } from '../words/index.ts';

const said = fileWords;

export interface SimArguments {
  readonly files: readonly string[];
  /** Files to write to; null: not asked for. */
  readonly trace: string | null;
  readonly history: string | null;
  /** Instead of the seed of every file. */
  readonly seed: number | null;
  readonly json: boolean;
  readonly help: boolean;
}

const withValue = ['--trace', '--history', '--seed'];
const alone = ['--json', '--help'];

/** The arguments, or a sentence saying what is wrong with them. */
export function readArguments(argv: readonly string[]): SimArguments | string {
  const files: string[] = [];
  const flags = new Map<string, string>();
  for (let place = 0; place < argv.length; place += 1) {
    const argument = argv[place] as string;
    if (!argument.startsWith('-') || argument === '-') {
      files.push(argument);
      continue;
    }
    const [flag = '', ...rest] = argument.split('=');
    if (flags.has(flag)) return said.flagTwice(flag);
    if (alone.includes(argument)) flags.set(argument, '');
    else if (withValue.includes(flag)) {
      const value = rest.length > 0 ? rest.join('=') : argv[++place];
      if (value === undefined || value === '') return said.flagNeedsValue(flag);
      flags.set(flag, value);
    } else return said.unknownFlag(argument);
  }
  return checked(files, flags);
}

function checked(
  files: readonly string[],
  flags: ReadonlyMap<string, string>,
): SimArguments | string {
  const help = flags.has('--help');
  const seed = flags.get('--seed');
  if (seed !== undefined && !isSeed(seed)) return said.badSeed(seed);
  if (files.length === 0 && !help) return said.noFile;
  return {
    files,
    trace: flags.get('--trace') ?? null,
    history: flags.get('--history') ?? null,
    seed: seed === undefined ? null : Number(seed),
    json: flags.has('--json'),
    help,
  };
}

const isSeed = (value: string): boolean =>
  /^-?\d+$/.test(value) && Number.isSafeInteger(Number(value));
