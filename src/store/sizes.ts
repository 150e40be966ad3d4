/** How much of the page its parts take where a reader has drawn their edges; remembered over visits. */
import { readSetting, writeSetting } from './settings.ts';

/** `desk`: the servers beside the logs. `panel`: what stands beside both. `diagram`: the height of the strip. */
export type Resizable = 'desk' | 'panel' | 'diagram';

/** Shares of the frame, 0 to 1; what was never drawn is missing. */
export type Sizes = { readonly [Part in Resizable]?: number };

/** The least and the most a part may take, and what it takes by itself. */
export const bounds: Readonly<Record<Resizable, { least: number; most: number; usual: number }>> = {
  desk: { least: 0.3, most: 0.7, usual: 0.515 },
  panel: { least: 0.18, most: 0.5, usual: 0.22 },
  diagram: { least: 0.2, most: 0.7, usual: 0.4 },
};

const name = 'sizes';

export function keptSizes(): Sizes {
  try {
    const kept: unknown = JSON.parse(readSetting(name) ?? '{}');
    return Object.fromEntries(
      Object.entries(kept as object).filter(
        ([part, share]) => Object.hasOwn(bounds, part) && Number.isFinite(share),
      ),
    );
  } catch {
    return {};
  }
}

/** `sizes` with one part drawn to `share`, kept; null: as it is by itself. */
export function resized(sizes: Sizes, part: Resizable, share: number | null): Sizes {
  const { [part]: _, ...others } = sizes;
  const { least, most } = bounds[part];
  const now =
    share === null ? others : { ...others, [part]: Math.min(most, Math.max(least, share)) };
  writeSetting(name, JSON.stringify(now));
  return now;
}
