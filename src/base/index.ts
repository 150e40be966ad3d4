export { assert, unreachable } from './assert.ts';
export type { LogIndex, MessageId, Seed, Seq, ServerId, Term, VirtualMs } from './brand.ts';
export type { Timed } from './heap.ts';
export * as heap from './heap.ts';
export { draw } from './random.ts';
export { fail, ok, type Result } from './result.ts';
export { added, emptyList, extended, type SharedList } from './sharedBuffer.ts';
export type { SortedMap } from './sortedMap.ts';
export * as sortedMap from './sortedMap.ts';
