/** What the properties of Figure 3 need to know of the past of a tiny world, and whether a step agrees with it. */

import type { LogIndex, ServerId, Term } from '../../base/index.ts';
import { type Entry, log as logs, type Property, type Server } from '../../raft/index.ts';
import type { Fault } from './bounds.ts';

export interface Elected {
  readonly term: Term;
  readonly server: ServerId;
  /** Its log when it was elected. */
  readonly log: readonly Entry[];
}

/** An entry committed at the index of its place, and the least term of those whose commitIndex first covered it. */
export interface Committed {
  readonly entry: Entry;
  readonly term: Term;
}

export interface History {
  /** By term. */
  readonly elected: readonly Elected[];
  /** From index 1 on. */
  readonly committed: readonly Committed[];
  /** Commands that clients have asked for. */
  readonly asked: number;
  /** How often each fault befell it, where that is bounded. */
  readonly faults: Readonly<Record<Fault, number>>;
}

/** Before the first step. */
export const noHistory: History = {
  elected: [],
  committed: [],
  asked: 0,
  faults: { losses: 0, copies: 0, crashes: 0 },
};

/** What it says, for telling histories apart. */
export const historyKey = (history: History): string => JSON.stringify(history);

/** The history after a step, or the property that the step broke. */
export type Noted =
  | { readonly history: History; readonly broken: null }
  | { readonly history: null; readonly broken: Property };

const broken = (property: Property): Noted => ({ history: null, broken: property });

/** Figure 3 after a step of one server. */
export function noted(history: History, before: Server, after: Server): Noted {
  let now = history;
  if (after.role === 'leader' && before !== after && isNewOffice(before, after)) {
    const elected: Elected = {
      term: after.currentTerm,
      server: after.id,
      log: logs.entriesOf(after.log),
    };
    if (isSecond(now, elected)) return broken('ElectionSafety');
    if (now.committed.some((one, place) => lacks(elected, place + 1, one)))
      return broken('LeaderCompleteness');
    now = { ...now, elected: withElected(now.elected, elected) };
  }
  for (let index = before.commitIndex + 1; index <= after.commitIndex; index += 1) {
    const entry = logs.entryAt(after.log, index);
    if (entry === undefined) continue;
    const known = now.committed[index - 1];
    if (known !== undefined) {
      if (!logs.sameEntry(known.entry, entry)) return broken('StateMachineSafety');
      continue;
    }
    const committed = { entry, term: after.currentTerm };
    if (now.elected.some((one) => lacks(one, index, committed)))
      return broken('LeaderCompleteness');
    now = { ...now, committed: [...now.committed, committed] };
  }
  return { history: now, broken: null };
}

const isNewOffice = (before: Server, after: Server): boolean =>
  before.role !== 'leader' || before.currentTerm !== after.currentTerm;

const isSecond = ({ elected }: History, { term, server }: Elected): boolean =>
  elected.some((one) => one.term === term && one.server !== server);

const lacks = ({ term, log }: Elected, index: LogIndex, committed: Committed): boolean => {
  const held = log[index - 1];
  return committed.term < term && (held === undefined || !logs.sameEntry(held, committed.entry));
};

function withElected(elected: readonly Elected[], one: Elected): readonly Elected[] {
  if (elected.some(({ term }) => term === one.term)) return elected;
  return [...elected, one].sort((a, b) => a.term - b.term);
}

/** Whether two logs are as Log Matching wants them. */
export function matches(a: readonly Entry[], b: readonly Entry[]): boolean {
  const common = Math.min(a.length, b.length);
  let same = true;
  for (let place = 0; place < common; place += 1) {
    const [mine, theirs] = [a[place] as Entry, b[place] as Entry];
    same = same && logs.sameEntry(mine, theirs);
    if (!same && mine.term === theirs.term) return false;
  }
  return true;
}

/** Whether a step keeps what Leader Append-Only and the indexes of one boot promise; the property it breaks, else null. */
export function brokenByStep(before: Server, after: Server): Property | null {
  if (after.role === 'leader' && before.log !== after.log) {
    const [was, is] = [logs.entriesOf(before.log), logs.entriesOf(after.log)];
    const isKept = was.every((entry, place) => {
      const now = is[place];
      return now !== undefined && logs.sameEntry(entry, now);
    });
    if (!isKept) return 'LeaderAppendOnly';
  }
  const hasFallen =
    after.commitIndex < before.commitIndex ||
    after.lastApplied < before.lastApplied ||
    hasMatchFallen(before, after);
  return hasFallen ? 'MonotonicIndexes' : null;
}

function hasMatchFallen(before: Server, after: Server): boolean {
  if (before.role !== 'leader' || after.role !== 'leader') return false;
  if (before.currentTerm !== after.currentTerm) return false;
  return before.progress.some((was, id) => {
    const now = after.progress[id]?.matchIndex;
    return was !== null && now !== undefined && now < was.matchIndex;
  });
}
