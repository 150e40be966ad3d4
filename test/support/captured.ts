/** A command line run in this process: what it printed where, and its exit code. */
import { vi } from 'vitest';

type Main = (argv: readonly string[], cwd: string) => Promise<number>;

export interface Captured {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export async function captured(
  main: Main,
  argv: readonly string[],
  cwd: string,
): Promise<Captured> {
  const said = { out: '', err: '' };
  const listen = (stream: NodeJS.WriteStream, into: keyof typeof said) =>
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      said[into] += String(text);
      return true;
    });
  const spies = [listen(process.stdout, 'out'), listen(process.stderr, 'err')];
  try {
    const code = await main(argv, cwd);
    return { code, ...said };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
