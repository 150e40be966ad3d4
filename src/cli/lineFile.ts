/** A file that grows line by line, written in large pieces: a trace may be longer than memory. */
import { closeSync, openSync, writeSync } from 'node:fs';

export interface LineFile {
  readonly write: (line: string) => void;
  readonly close: () => void;
}

const pieceLength = 1 << 20;

/** @throws what the file system says when the file cannot be written */
export function openLineFile(path: string): LineFile {
  const descriptor = openSync(path, 'w');
  let lines: string[] = [];
  let length = 0;
  const flush = (): void => {
    if (lines.length > 0) writeWhole(descriptor, `${lines.join('\n')}\n`);
    lines = [];
    length = 0;
  };
  return {
    write: (line) => {
      lines.push(line);
      length += line.length;
      if (length > pieceLength) flush();
    },
    close: () => {
      flush();
      closeSync(descriptor);
    },
  };
}

function writeWhole(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
}
