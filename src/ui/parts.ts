/** Parts of the page whose code comes later: each is noted, so that it can be fetched before it is used. */
import { type ComponentType, lazy } from 'react';

/** What is still to be fetched. */
export const loads: (() => Promise<unknown>)[] = [];

/** A component whose code is fetched when it is first drawn, if not before. */
export function part<Props>(load: () => Promise<ComponentType<Props>>) {
  loads.push(load);
  return lazy(async () => ({ default: await load() }));
}
