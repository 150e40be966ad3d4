/** A storm as a scenario file, which shows again what it found: `npm run sim -- FILE` fails as long as it is so. */
import { showOptions } from '../../src/scenario/showOptions.ts';
import type { Outcome, Storm, Trouble } from './storm.ts';

/** @param again the command that shows the storm itself again */
export function fileOf(
  { seed, servers, rulesOff }: Storm,
  { setup, steps }: Outcome,
  { what, facts, closing }: Trouble,
  again: string,
): string {
  const voters = setup.names.slice(0, servers);
  const head = {
    quorate: 1,
    title: `Storm of seed ${seed}: ${what}`,
    seed,
    servers,
    options: showOptions(setup.options, voters),
    rulesOff,
  };
  return [
    `# ${again}`,
    `# ${facts}`,
    ...Object.entries(head).map(([key, value]) => `${key}: ${JSON.stringify(value)}`),
    'steps:',
    ...[...steps, ...closing].map((step) => `  - ${JSON.stringify(step)}`),
    '',
  ].join('\n');
}
