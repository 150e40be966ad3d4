/** The shapes of `glyphs.ts` for a canvas. */
const paths = new Map<string, Path2D>();

/** A path as a shape, made once. */
export function shape(path: string): Path2D {
  const known = paths.get(path) ?? new Path2D(path);
  paths.set(path, known);
  return known;
}
