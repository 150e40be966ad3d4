/** How fast each server's own clock runs. */
import { clockWords, optionGroups } from '../../words/index.ts';
import { RangeField } from '../controls/RangeField.tsx';
import { useLab, useTimeline } from '../hooks/lab.ts';
import { GroupHead } from './GroupHead.tsx';
import { placeOfRate, rates } from './rates.ts';

/** One slider a server; put away while all clocks are true. */
export function Clocks() {
  const { session } = useLab();
  const { world, run } = useTimeline();
  const { clockRate } = world.options;
  const isOdd = Object.values(clockRate).some((rate) => rate !== 1);
  const set = (server: number, place: number): boolean => {
    session.setOptions({ clockRate: { ...clockRate, [server]: rates[place] ?? 1 } });
    return true;
  };
  return (
    <details className="option-group" open={isOdd}>
      <summary>
        <GroupHead {...optionGroups.clocks} />
      </summary>
      {run.setup.names.map((name, server) => (
        <RangeField
          key={name}
          label={clockWords.of(name)}
          value={placeOfRate(clockRate[server] ?? 1)}
          min={0}
          max={rates.length - 1}
          format={(place) => clockWords.rate(rates[place] ?? 1)}
          onChange={(place) => set(server, place)}
        />
      ))}
      <p className="hint">{clockWords.hint}</p>
    </details>
  );
}
