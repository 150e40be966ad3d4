/** How far the search is, how fast it goes, and what it has come to in a sentence. */

import { lab, labSearch as said } from '../../../words/index.ts';
import { Tallies } from '../Tallies.tsx';
import { useSeen } from '../useSeen.ts';
import { nameOfBroken } from './nameOfBroken.ts';
import { isBusy, type SearchState, useSearch } from './searching.ts';

export function Progress() {
  const state = useSearch((all) => all);
  const { stage, form, tally, smaller, shown } = state;
  const share = stage === 'shrinking' ? smaller : tally.seeds / form.seeds;
  return (
    <>
      <p
        ref={useSeen(stage !== 'idle')}
        className={`outcome-line ${shown === null ? '' : 'is-found'}`}
        role="status"
      >
        {sentenceOf(state)}
      </p>
      {isBusy(stage) && <progress aria-label={said.progressLabel} value={share} max={1} />}
      {stage !== 'idle' && <Tallies rows={rowsOf(tally)} names={said.tallies} />}
    </>
  );
}

function sentenceOf({ stage, tally, shown, isSmall }: SearchState): string {
  const sentences: Readonly<Record<typeof stage, () => string>> = {
    idle: () => said.idle,
    running: () => said.running,
    stopped: () => said.stopped,
    exhausted: () => said.exhausted(tally.seeds),
    failed: () => lab.failed,
    shrinking: () => foundBy(said.found),
    shrunk: () => foundBy(isSmall ? said.shrunk : said.notShrunk),
  };
  const foundBy = (sentence: typeof said.shrunk): string =>
    shown === null
      ? ''
      : sentence(shown.finding.seed, nameOfBroken(shown.finding.what), shown.steps.length);
  return sentences[stage]();
}

const rowsOf = ({ seeds, schedules, events, ms }: SearchState['tally']) => ({
  seeds,
  schedules,
  events,
  rate: ms > 0 ? Math.round((events / ms) * 1000) : 0,
});
