/** Figure 8 of the paper, act by act, up to one of its pictures. */
import type { Switch } from '../../src/raft/index.ts';
import { type Cluster, world } from './world.ts';

/** The moment shown in picture c, d or e; `rulesOff` from the beginning. */
export function figure8(picture: 'c' | 'd' | 'e', rulesOff: readonly Switch[] = []): Cluster {
  const cluster = uptoC(rulesOff);
  if (picture === 'd') overwrite(cluster);
  if (picture === 'e') cluster.heartbeat('S1').settle('S1', 'S2', 'S3').dropAll('S1>');
  return cluster;
}

function uptoC(rulesOff: readonly Switch[]): Cluster {
  const common = { currentTerm: 2, commitIndex: 1 };
  const cluster = world(
    {
      S1: { ...common, role: 'leader', log: [1, 2] },
      S2: { ...common, votedFor: 'S1', log: [1, 2] },
      S3: { ...common, votedFor: 'S1', log: [1] },
      S4: { ...common, log: [1] },
      S5: { ...common, log: [1] },
    },
    { rulesOff, options: { maxEntriesPerAppend: 1 } },
  );
  // (b) S5 wins term 3 with the votes of S3 and S4, and takes an entry that stays with it.
  cluster.crash('S1').timeout('S5').dropAll('S5>S1').dropAll('S5>S2').settle();
  cluster.set('X', '3', { at: 'S5', client: 'c5' }).dropAll('S5>').crash('S5');
  // (c) S1 finds term 3 taken, wins term 4, and brings entry 2 to S3; entry 4 stays with it so far.
  cluster
    .restart('S1')
    .timeout('S1')
    .settle()
    .timeout('S1')
    .dropAll('S1>S5')
    .settle('S1', 'S2', 'S3');
  cluster.deliver('S1>S4', { type: 'RequestVoteRequest' }).dropAll('S4>');
  return cluster.dropAll('S1>').set('Y', '4', { at: 'S1' }).dropAll('S1>');
}

// (d) S1 crashes, S5 finds term 4 taken, wins term 5 and overwrites entry 2 with its own.
function overwrite(cluster: Cluster): void {
  cluster.crash('S1').restart('S5').timeout('S5').settle().timeout('S5').settle();
}
