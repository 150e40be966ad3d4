/** A file as text that a person can read and change: a line a key, a server, a step. */
import type { ScenarioFile } from './file.ts';

/** In the order of the format; what is not named here comes after it. */
const order = ['quorate', 'title', 'refs', 'profile', 'seed', 'servers', 'timers', 'delivery'];
/** A line for each thing in them. */
const listed = ['initial', 'steps'];

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// YAML would read other words as numbers, booleans or nothing, and other signs as its own.
const isPlain = (text: string): boolean =>
  /^[A-Za-z][\w.]*$/.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text);

function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (isMap(value)) {
    const pairs = Object.entries(value).map(([key, own]) => `${flow(key)}: ${flow(own)}`);
    return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
  }
  return typeof value === 'string' && isPlain(value) ? value : JSON.stringify(value);
}

function lines(key: string, value: unknown): string[] {
  if (Array.isArray(value) && listed.includes(key))
    return [`${key}:`, ...value.map((step) => `  - ${stepLine(step)}`)];
  if (isMap(value) && listed.includes(key))
    return [`${key}:`, ...Object.entries(value).map(([of, own]) => `  ${flow(of)}: ${flow(own)}`)];
  return [`${key}: ${flow(value)}`];
}

function stepLine(step: unknown): string {
  const pairs = isMap(step) ? Object.entries(step) : [];
  const [first] = pairs;
  return pairs.length === 1 && first !== undefined
    ? `${flow(first[0])}: ${flow(first[1])}`
    : flow(step);
}

/** @param comments what stands above it, a line each */
export function writeScenario(file: ScenarioFile, comments: readonly string[] = []): string {
  const all = Object.entries({ quorate: 1, ...file });
  const placeOf = (key: string): number =>
    order.includes(key) ? order.indexOf(key) : order.length + Number(listed.includes(key));
  all.sort(([a], [b]) => placeOf(a) - placeOf(b));
  return [
    ...comments.map((line) => `# ${line}`),
    ...all.flatMap(([key, value]) => lines(key, value)),
    '',
  ].join('\n');
}
