/** What was found, as a story. */
import { Story } from '../Story.tsx';
import { useSearch } from './searching.ts';

export function Found() {
  const shown = useSearch((state) => state.shown);
  if (shown === null) return null;
  const { finding, text, steps } = shown;
  const name = `quorate-${finding.what}-${finding.seed}.yaml`;
  return <Story text={text} steps={steps} name={name} />;
}
