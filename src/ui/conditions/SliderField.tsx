/** A slider over options: of the run, or as one link has them. */
import { useId, useState } from 'react';
import type { Options } from '../../sim/index.ts';
import { RangeField } from '../controls/RangeField.tsx';
import { maxOf, type Slider, wrongWith } from './sliders.ts';

interface Props {
  readonly slider: Slider;
  readonly options: Options;
  readonly label: string;
  readonly onSet: (changes: Partial<Options>) => void;
}

/** What cannot be is not set, and says why. */
export function SliderField({ slider, options, label, onSet }: Props) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const troubleId = useId();
  const settle = (value: number): boolean => {
    const changes = slider.write(options, value);
    const said = wrongWith({ ...options, ...changes });
    setTrouble(said);
    if (said === null && value !== slider.read(options)) onSet(changes);
    return said === null;
  };
  return (
    <>
      <RangeField
        label={label}
        value={slider.read(options)}
        min={slider.min}
        max={maxOf(slider, options)}
        format={slider.format}
        troubleId={trouble === null ? undefined : troubleId}
        onChange={settle}
      />
      {trouble !== null && (
        <p className="field-trouble" role="alert" id={troubleId}>
          {trouble}
        </p>
      )}
    </>
  );
}
