/** A finding, made smaller as long as that can be done. */
import { shrinking } from '../../../explore/index.ts';
import { workThrough } from './pace.ts';
import type { Job, Told } from './protocol.ts';
import { shownOf } from './shownOf.ts';

export function makeSmall(
  { finding }: Extract<Job, { kind: 'shrink' }>,
  tell: (told: Told) => void,
): void {
  const smallest = workThrough(shrinking(finding), ({ file, place, passes }) =>
    tell({ kind: 'shrinking', shown: shownOf({ ...finding, file }), place, passes }),
  );
  tell({ kind: 'shrunk', shown: shownOf({ ...finding, file: smallest }) });
}
