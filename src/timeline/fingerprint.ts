/** A short fingerprint of everything that is the case at a moment, to hold one run of the engine against another. */
import { inFlight, type World } from '../sim/index.ts';

/** 64-bit FNV-1a over the visible state, as 16 hex digits; equal worlds give equal fingerprints on every machine. */
export function fingerprint(world: World): string {
  return hash(JSON.stringify(visibleState(world)));
}

function visibleState(world: World): unknown {
  return {
    time: world.time,
    seq: world.seq,
    conditions: world.conditions,
    servers: world.servers.map(({ settings, initialConfiguration, log, ...rest }) => ({
      ...rest,
      log: [log.snapshotIndex, log.snapshotTerm, ...log.buffer.slice(0, log.length)],
    })),
    machines: world.machines,
    messages: inFlight(world),
    cut: [...world.cut],
    timers: world.timers.dueAt.map((due) => (due === Infinity ? null : due)),
    clients: world.clients.map(({ replies, completed, ...rest }) => ({
      ...rest,
      replies: replies.buffer.slice(0, replies.length),
      completed: completed.buffer.slice(0, completed.length),
    })),
  };
}

function hash(text: string): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (let i = 0; i < text.length; i += 1) {
    low ^= text.charCodeAt(i);
    // The FNV prime is 2^40 + 0x1b3: a shift of the low word into the high one, and a product in two halves.
    const product = (low >>> 0) * 0x1b3;
    const carry = Math.floor(product / 0x1_0000_0000);
    high = (Math.imul(high, 0x1b3) + (low << 8) + carry) | 0;
    low = product | 0;
  }
  return hex(high) + hex(low);
}

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');
