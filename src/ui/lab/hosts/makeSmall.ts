/** A finding, made smaller as long as that can be done. */
import { shrinking } from '../../../explore/index.ts';
import { tellEveryMs } from './pace.ts';
import type { Job, Told } from './protocol.ts';
import { shownOf } from './shownOf.ts';

export function makeSmall(
  { finding }: Extract<Job, { kind: 'shrink' }>,
  tell: (told: Told) => void,
): void {
  const work = shrinking(finding);
  let toldAt = performance.now();
  for (let next = work.next(); ; next = work.next()) {
    if (next.done) {
      tell({ kind: 'shrunk', shown: shownOf({ ...finding, file: next.value }) });
      return;
    }
    if (performance.now() - toldAt <= tellEveryMs) continue;
    toldAt = performance.now();
    const { file, place, passes } = next.value;
    tell({ kind: 'shrinking', shown: shownOf({ ...finding, file }), place, passes });
  }
}
