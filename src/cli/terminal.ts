/** What every command line says, and where: results on stdout, all else on stderr. */

/** A line of the result. */
export const out = (line: string): void => void process.stdout.write(`${line}\n`);

/** A line that is no result: progress, an error, how to use the command. */
export const err = (line: string): void => void process.stderr.write(`${line}\n`);

/** Exit code of a bad command line or file: nothing was run. */
export const badUse = 2;

/** Why a file could not be read or written, in short: the code of the system where there is one. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error);

/** A count as it is read: `1,234,567`. */
export const grouped = (value: number): string =>
  String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
