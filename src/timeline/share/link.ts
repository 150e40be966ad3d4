/**
 * A moment of a run as a piece of text that fits into an address: how it began, what was asked of it, where one stands
 * and what one looks at, with the fingerprint that must be found there again.
 */
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { fail, ok, type Result } from '../../base/index.ts';
import { isRecord, soundRun } from '../codec.ts';
import { engineVersion, type Moment, type Run } from '../run.ts';
import { fullRun, terseRun } from './terse.ts';

/** What the page was showing; the timeline does not know what it means. */
export type Look = Readonly<Record<string, string | number>>;

export interface Shared {
  readonly run: Run;
  readonly at: Moment;
  /** Of the world at that moment. */
  readonly fingerprint: string;
  readonly look: Look;
}

/** `notALink`: cut off or mistyped. `laterVersion`: made by a Quorate that is newer than this one. */
export type LinkError = 'notALink' | 'laterVersion';

/** The way it is written; another way gets another letter. */
const form = 'a';

/** What nearly every run says; it is known to both ends and needs no room. */
const commonplaces = strToU8(
  '"production","serverone","servertwo","serverthree","currentTerm":,"votedFor":,"commitIndex":,"lastApplied":' +
    '"payload":{"type":"command","command":{"operation":{"type":"set","key":"A","value":"1"},"clientId":"c1","serial":' +
    '"term.adoptHigher","append.consistencyCheck","commit.currentTerm","vote.onePerTerm","session.deduplicate"' +
    '"electionTimeoutMs":[150,300],"heartbeatIntervalMs":50,"latencyMs":[5,15],"lossRate":0,"duplicateRate":0,' +
    '"backtracking":"binarySearch","conflictTerm","preVote":true,"checkQuorum":true,"leaderStickiness":true,' +
    '"reads":"readIndex","lease","local","membership":"single","snapshotEvery":,"diskLatencyMs":,"noop":true,' +
    '"kind":"remove","addLearner","promote","server":,"role":"leader","log":[{"term":1,"payload":{"type":"noop"}},' +
    '[[0,1],[1,0],[0,2],[2,0]]],[0,0,8,[[],[0,0,9,null],[0,0,6,"c1",[0,"A","1"]],[0,0,6,"c1",[1,"A"]],[0,0,0,0],',
);

const longestText = 5_000_000;

/** The text of a link. */
export function encodeLink({ run, at, fingerprint, look }: Shared): string {
  const where = [at.seq, Math.round(at.time * 1000), fingerprint];
  const told = [run.version, ...terseRun(run), where, look];
  const packed = deflateSync(strToU8(JSON.stringify(told)), { level: 9, dictionary: commonplaces });
  return form + base64url(packed);
}

/** What a link says. A run of an older engine is given as it is: it may come out otherwise now. */
export function decodeLink(text: string): Result<Shared, LinkError> {
  if (!text.startsWith(form) || text.length > longestText) return fail('notALink');
  const told = unpacked(text.slice(form.length));
  if (!Array.isArray(told)) return fail('notALink');
  const [version, setup, commands, where, look] = told;
  if (!Number.isInteger(version) || version < 1) return fail('notALink');
  if (version > engineVersion) return fail('laterVersion');
  const full = fullRun([setup, commands]);
  const run = soundRun(version, full.setup, full.commands);
  const at = momentFrom(where);
  if (run === null || at === null || !isLook(look)) return fail('notALink');
  return ok({ run, at, fingerprint: String(where[2]), look });
}

function unpacked(text: string): unknown {
  try {
    const bytes = inflateSync(bytesOf(text), { dictionary: commonplaces });
    return bytes.length > longestText ? null : JSON.parse(strFromU8(bytes));
  } catch {
    return null;
  }
}

function momentFrom(where: unknown): Moment | null {
  if (!Array.isArray(where)) return null;
  const [seq, ticks] = where;
  const isMoment = Number.isInteger(seq) && seq >= 0 && Number.isFinite(ticks) && ticks >= 0;
  return isMoment ? { seq, time: Math.round(ticks) / 1000 } : null;
}

const isLook = (value: unknown): value is Look =>
  isRecord(value) &&
  Object.values(value).every((one) => typeof one === 'string' || Number.isFinite(one));

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Base 64 in letters that an address may hold; `btoa` belongs to the page. */
function base64url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const left = Math.min(3, bytes.length - at);
    const word = ((bytes[at] as number) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let sextet = 0; sextet <= left; sextet += 1)
      text += alphabet[(word >> (18 - 6 * sextet)) & 63];
  }
  return text;
}

/** Throws where a letter is none of the alphabet, or one is left over. */
function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let [word, bits, length] = [0, 0, 0];
  for (const letter of text) {
    const value = alphabet.indexOf(letter);
    if (value < 0) throw new RangeError(`no letter of a link: ${letter}`);
    word = ((word << 6) | value) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length] = (word >> bits) & 255;
    length += 1;
  }
  return bytes.subarray(0, length);
}
