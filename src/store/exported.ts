/** A run as text for somebody else, which says in a sentence whether it is Raft as it should be. */
import type { Switch } from '../raft/index.ts';
import type { Run, Timeline } from '../timeline/index.ts';
import { words } from '../words/index.ts';

/** Every rule that is off at any time of the run. */
export function rulesOffIn({ setup, commands }: Run): readonly Switch[] {
  const lists = commands.map(({ command }) => (command.type === 'options' ? command.rulesOff : []));
  return [...new Set([setup.rulesOff, ...lists].flat())];
}

/** JSON that can be opened again: the run, before it what it is in words, and which rules are off in it. */
export function exportedRun({ run }: Timeline): string {
  const { version, setup, commands } = run;
  const rulesOff = rulesOffIn(run);
  const about = rulesOff.length === 0 ? words.page.unmodified : words.page.modified(rulesOff);
  return JSON.stringify({ about, rulesOff, version, setup, commands });
}
