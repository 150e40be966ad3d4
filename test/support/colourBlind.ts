/** How colours look to eyes that lack one of the three kinds of cones (Brettel, Viénot & Mollon 1997), and how far apart. */

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

interface Loss {
  /** On either side of the plane of what such an eye sees as everybody does. */
  readonly sides: readonly [Matrix, Matrix];
  readonly plane: Triple;
}

/** In linear sRGB, as fractions; each row adds up to 1, so that greys stay as they are. */
const losses = {
  protanopia: {
    sides: [
      [
        [0.1451, 1.20165, -0.34675],
        [0.10447, 0.85316, 0.04237],
        [0.00429, -0.00603, 1.00174],
      ],
      [
        [0.14115, 1.16782, -0.30897],
        [0.10495, 0.8573, 0.03776],
        [0.00431, -0.00586, 1.00155],
      ],
    ],
    plane: [0.00048, 0.00416, -0.00464],
  },
  deuteranopia: {
    sides: [
      [
        [0.36198, 0.86755, -0.22953],
        [0.26099, 0.64512, 0.09389],
        [-0.01975, 0.02686, 0.99289],
      ],
      [
        [0.37009, 0.8854, -0.25549],
        [0.25767, 0.63782, 0.10451],
        [-0.0195, 0.02741, 0.99209],
      ],
    ],
    plane: [-0.00293, -0.00645, 0.00938],
  },
  tritanopia: {
    sides: [
      [
        [1.01354, 0.14268, -0.15622],
        [-0.01181, 0.87562, 0.13619],
        [0.07707, 0.81208, 0.11085],
      ],
      [
        [0.93337, 0.19999, -0.13336],
        [0.05809, 0.82565, 0.11626],
        [-0.37923, 1.13825, 0.24098],
      ],
    ],
    plane: [0.0396, -0.02831, -0.01129],
  },
} as const satisfies Record<string, Loss>;

export type Eye = 'full' | keyof typeof losses;
export const eyes: readonly Eye[] = ['full', ...(Object.keys(losses) as (keyof typeof losses)[])];

const dot = (a: Triple, b: Triple): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const clamp = (value: number): number => Math.min(1, Math.max(0, value));

const linear = (colour: string): Triple =>
  [1, 3, 5].map((start) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as unknown as Triple;

/** What `eye` sees of a colour like `#1c2026`, in linear sRGB. */
function seen(colour: string, eye: Eye): Triple {
  const rgb = linear(colour);
  if (eye === 'full') return rgb;
  const { sides, plane } = losses[eye];
  const matrix = dot(rgb, plane) >= 0 ? sides[0] : sides[1];
  return matrix.map((row) => clamp(dot(row, rgb))) as unknown as Triple;
}

/** CIE L*a*b* under daylight (D65). */
function lab(rgb: Triple): Triple {
  const f = (value: number): number =>
    value > 216 / 24389 ? Math.cbrt(value) : ((24389 / 27) * value + 16) / 116;
  const x = f(dot([0.4124, 0.3576, 0.1805], rgb) / 0.9505);
  const y = f(dot([0.2126, 0.7152, 0.0722], rgb));
  const z = f(dot([0.0193, 0.1192, 0.9505], rgb) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** How far apart two colours look to `eye`: ΔE*ab, of which 2 can just be told. */
export function apart(a: string, b: string, eye: Eye): number {
  const [first, second] = [lab(seen(a, eye)), lab(seen(b, eye))];
  return Math.hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]);
}
