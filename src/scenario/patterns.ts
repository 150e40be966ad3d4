/** Picking messages out by any of their fields. */
import type { Envelope } from '../sim/index.ts';
import type { MessagePattern, Wanted } from './file.ts';
import * as match from './match.ts';
import type { Json } from './show.ts';
import { showMessage } from './showMessages.ts';

export type Fits = (envelope: Envelope) => boolean;

/** Keys of a filter that say which of the fitting messages, not how they look. */
const choosing = new Set(['nth', 'count']);
const addressing = new Set(['type', 'from', 'to']);

/** Whether a message looks as `pattern` says. */
export function fits(pattern: MessagePattern, names: readonly string[]): Fits {
  const { type, from, to } = pattern;
  const fromId = from === undefined ? null : names.indexOf(from);
  const toId = to === undefined ? null : names.indexOf(to);
  const rest = Object.entries(pattern).filter(
    ([key]) => !choosing.has(key) && !addressing.has(key),
  );
  return (envelope) => {
    const { message } = envelope;
    if (type !== undefined && message.type !== type) return false;
    if (fromId !== null && message.from !== fromId) return false;
    if (toId !== null && message.to !== toId) return false;
    return rest.length === 0 || restFits(rest, envelope, names);
  };
}

/** Fields that are compared by more than their value. */
const special = {
  entries: match.log,
  config: match.configuration,
  learners: (wanted: readonly string[], actual) => match.sameSet(wanted, actual ?? []),
  data: match.machine,
  // Said only where it is so.
  leadershipTransfer: (wanted: boolean, actual) => wanted === (actual ?? false),
} as const satisfies Readonly<Record<string, match.Match<never>>>;

const plain: match.Match<unknown> = (wanted, actual) => {
  const isNumber = typeof wanted === 'number' || (typeof wanted === 'object' && wanted !== null);
  return isNumber ? match.number(wanted as Wanted, actual) : wanted === actual;
};

function restFits(
  rest: readonly (readonly [string, unknown])[],
  envelope: Envelope,
  names: readonly string[],
): boolean {
  const shown = showMessage(envelope, names);
  return rest.every(([key, wanted]) => {
    const actual: Json | undefined = shown[key];
    const matching = Object.hasOwn(special, key) ? special[key as keyof typeof special] : plain;
    return (matching as match.Match<unknown>)(wanted, actual);
  });
}

/** Whether every pattern has a message of its own among these. */
export function allFit(patterns: readonly Fits[], envelopes: readonly Envelope[]): boolean {
  const patternOf = new Map<Envelope, number>();
  // Augmenting paths: a pattern may take a message from another one that finds a second.
  const place = (pattern: number, seen: Set<Envelope>): boolean =>
    envelopes.some((envelope) => {
      if (seen.has(envelope) || !patterns[pattern]?.(envelope)) return false;
      seen.add(envelope);
      const holder = patternOf.get(envelope);
      if (holder !== undefined && !place(holder, seen)) return false;
      patternOf.set(envelope, pattern);
      return true;
    });
  return patterns.every((_, pattern) => place(pattern, new Set()));
}
