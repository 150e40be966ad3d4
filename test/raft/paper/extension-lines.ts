/** The lines that the paper's sections 6 and 7 and the dissertation add to Figure 2, each with an act that obeys it. */
import { expect } from 'vitest';
import type { RuleId } from '../../../src/raft/index.ts';
import { fresh, led } from '../../support/clusters.ts';
import { appendEntries, requestVote, snapshotOf } from '../../support/logs.ts';
import { type Cluster, world } from '../../support/world.ts';

export interface Line {
  readonly says: string;
  /** Acts so that the line is obeyed. */
  readonly act: () => Cluster;
  readonly shows: (cluster: Cluster) => void;
}

type Figure2Id = Extract<RuleId, `${'AE' | 'RV' | 'All' | 'Fol' | 'Can' | 'Ldr'}${number}`>;

const preVote = { options: { preVote: true } } as const;
const asking = { ...requestVote(2, 1), type: 'PreVoteRequest' } as const;
const quiet = { options: { diskLatencyMs: 5 } } as const;
const reading = { options: { reads: 'readIndex' } } as const;

/** S1 leads three servers, and an entry of its term is committed. */
const settled = (terms?: Parameters<typeof led>[1]): Cluster =>
  led(3, terms).set('A', '1').settle();

export const extensionLines = {
  PV1: {
    says: 'ask who would vote before standing, and raise no term for it',
    act: () => fresh(3, preVote).timeout('S1'),
    shows: (cluster) => {
      expect(cluster.server('S1')).toMatchObject({ role: 'preCandidate', currentTerm: 0 });
      expect(cluster.sent).toMatchObject([{ type: 'PreVoteRequest', term: 1 }, { term: 1 }]);
    },
  },
  PV2: {
    says: 'say yes only to a log at least as up to date, and to a term in which the vote is free',
    act: () => world({ S1: { log: [1] }, S2: {}, S3: {} }).receive('S2>S1', asking),
    shows: (cluster) => expect(cluster.sent).toMatchObject([{ voteGranted: false, term: 1 }]),
  },
  PV3: {
    says: 'say no while a leader is heard',
    act: () => fresh(3).receive('S3>S1', appendEntries(1, 2)).receive('S2>S1', asking),
    shows: (cluster) => expect(cluster.sent).toMatchObject([{ voteGranted: false }]),
  },
  CQ1: {
    says: 'a leader that reaches no majority within an election timeout steps down',
    act: () =>
      led(3, { options: { checkQuorum: true } })
        .run(151)
        .heartbeat('S1'),
    shows: (cluster) => expect(cluster.role('S1')).toBe('follower'),
  },
  LT1: {
    says: 'a leader that hands over takes no more commands',
    act: () => led(3).set('A', '1').transfer('S2'),
    shows: (cluster) => {
      cluster.set('B', '2', { client: 'c2' });
      expect(cluster.last.clients).toMatchObject([{ answer: { ok: false, redirect: null } }]);
    },
  },
  LT2: {
    says: 'and brings the target’s log up to date',
    act: () => led(3).set('A', '1').drop('S1>S2').transfer('S2').heartbeat('S1'),
    shows: (cluster) => expect(cluster.messages('S1>S2')).toMatchObject([{ entries: [{}] }]),
  },
  LT3: {
    says: 'then asks it to stand at once',
    act: () => led(3).transfer('S2'),
    shows: (cluster) => expect(cluster.sent).toMatchObject([{ type: 'TimeoutNowRequest', to: 1 }]),
  },
  LT4: {
    says: 'the target stands without waiting for its timer, with the leader’s word for it',
    act: () => led(3).transfer('S2').deliver('S1>S2'),
    shows: (cluster) => {
      expect(cluster.server('S2')).toMatchObject({ role: 'candidate', currentTerm: 2 });
      expect(cluster.sent).toMatchObject([{ leadershipTransfer: true }, {}]);
    },
  },
  IS1: {
    says: 'a snapshot of an older term is refused',
    act: () => world({ S1: { currentTerm: 3 }, S2: {}, S3: {} }).receive('S2>S1', snapshotOf(4, 2)),
    shows: (cluster) => {
      expect(cluster.sent).toMatchObject([{ term: 3 }]);
      expect(cluster.server('S1').snapshot).toBeNull();
    },
  },
  IS2: {
    says: 'a snapshot of what is committed already is ignored',
    act: () =>
      world({ S1: { log: [1, 1], commitIndex: 2 }, S2: {}, S3: {} }).receive(
        'S2>S1',
        snapshotOf(1),
      ),
    shows: (cluster) => expect(cluster.log('S1')).toEqual([1, 1]),
  },
  IS3: {
    says: 'entries that follow the snapshot stay where the log agrees with it',
    act: () => world({ S1: { log: [1, 1, 1] }, S2: {}, S3: {} }).receive('S2>S1', snapshotOf(2)),
    shows: (cluster) =>
      expect(cluster.server('S1').log).toMatchObject({ snapshotIndex: 2, length: 1 }),
  },
  IS4: {
    says: 'the state machine and the configuration are those of the snapshot',
    act: () => fresh(3).receive('S2>S1', snapshotOf(2)),
    shows: (cluster) =>
      expect(cluster.server('S1')).toMatchObject({ commitIndex: 2, lastApplied: 2 }),
  },
  IS5: {
    says: 'a server discards what it has applied, and no more',
    act: () => world({ S1: { log: [1, 1, 1], commitIndex: 2 }, S2: {} }).snapshot('S1'),
    shows: (cluster) =>
      expect(cluster.server('S1').log).toMatchObject({ snapshotIndex: 2, length: 1 }),
  },
  IS6: {
    says: 'what the leader has discarded it sends as a snapshot',
    act: () =>
      led(3)
        .set('A', '1')
        .settle('S1', 'S2')
        .dropAll('S1>')
        .snapshot('S1')
        .heartbeat('S1')
        .settle(),
    shows: (cluster) => expect(cluster.server('S3').log.snapshotIndex).toBe(1),
  },
  MC1: {
    says: 'a configuration is in force when it is appended',
    act: () => settled().change('remove', 'S3'),
    shows: (cluster) => expect(cluster.crew('S1').voters).toEqual(['S1', 'S2']),
  },
  MC2: {
    says: 'no change begins before the one under way is complete',
    act: () => settled().change('remove', 'S3').change('remove', 'S2'),
    shows: (cluster) => expect(cluster.log('S1')).toEqual([1, 1]),
  },
  MC3: {
    says: 'a leader changes nothing by one server before an entry of its term is committed',
    act: () => led(3, { options: { membership: 'single' } }).change('remove', 'S3'),
    shows: (cluster) => expect(cluster.log('S1')).toEqual([]),
  },
  MC4: {
    says: 'the way goes through a configuration of both halves',
    act: () => settled().change('remove', 'S3'),
    shows: (cluster) =>
      expect(cluster.crew('S1')).toEqual({
        voters: ['S1', 'S2'],
        outgoing: ['S1', 'S2', 'S3'],
      }),
  },
  MC5: {
    says: 'once both halves hold it, the leader goes on to the new one',
    act: () => settled().change('remove', 'S3').settle(),
    shows: (cluster) => expect(cluster.crew('S2')).toEqual({ voters: ['S1', 'S2'] }),
  },
  MC6: {
    says: 'a leader that is not in it steps down once it is committed',
    act: () => settled().change('remove', 'S1').settle(),
    shows: (cluster) => expect(cluster.role('S1')).toBe('follower'),
  },
  MC7: {
    says: 'who hears a leader passes over requests for its vote',
    act: () =>
      fresh(3, { options: { leaderStickiness: true } })
        .receive('S3>S1', appendEntries(1, 2))
        .receive('S2>S1', requestVote(5, 1)),
    shows: (cluster) => {
      expect(cluster.sent).toEqual([]);
      expect(cluster.term('S1')).toBe(1);
    },
  },
  RD1: {
    says: 'a read remembers what was committed when it came',
    act: () => settled(reading).get('A'),
    shows: (cluster) =>
      expect(cluster.server('S1')).toMatchObject({ reads: { pending: [{ readIndex: 1 }] } }),
  },
  RD2: {
    says: 'and waits until a majority has answered a round that began after it',
    act: () => settled(reading).get('A').deliver('S1>S2').deliver('S2>S1'),
    shows: (cluster) => expect(cluster.outcomes().at(-1)).toEqual({ ok: true, value: '1' }),
  },
  RD3: {
    says: 'and until the state machine has come as far',
    act: () => settled(reading).get('A').settle(),
    shows: (cluster) => expect(cluster.outcomes().at(-1)).toEqual({ ok: true, value: '1' }),
  },
  RD4: {
    says: 'while a lease holds, nobody needs to be asked',
    act: () =>
      settled({ options: { reads: 'lease' } })
        .heartbeat('S1')
        .settle()
        .get('A'),
    shows: (cluster) => {
      expect(cluster.outcomes().at(-1)).toEqual({ ok: true, value: '1' });
      expect(cluster.sent).toEqual([]);
    },
  },
  DK1: {
    says: 'a leader counts its own copy once it is durable',
    act: () => led(1, quiet).set('A', '1').run(5),
    shows: (cluster) => expect(cluster.server('S1').commitIndex).toBe(1),
  },
} as const satisfies Record<Exclude<RuleId, Figure2Id>, Line>;
