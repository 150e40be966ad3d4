/** The conditions of the run: how long things take, what gets lost, how large the cluster is. */
import { useState } from 'react';
import { paperOptions } from '../../sim/index.ts';
import { settings } from '../../words/index.ts';
import { Choice } from '../controls/Choice.tsx';
import { NumberField } from '../controls/NumberField.tsx';
import { RangeField } from '../controls/RangeField.tsx';
import { Toggle } from '../controls/Toggle.tsx';
import { useLab, useTimeline } from '../hooks/lab.ts';
import { Protocol } from './Protocol.tsx';
import { Rules } from './Rules.tsx';
import { maxOf, type Slider, sliders, wrongWith } from './sliders.ts';
import '../styles/panels.css';

/** All the settings; each takes effect at once, as an event of the run. */
export function Conditions() {
  return (
    <div className="conditions">
      <Cluster />
      <Sliders />
      <Variants />
      <Protocol />
      <Rules />
    </div>
  );
}

function Cluster() {
  const { session } = useLab();
  const { names, seed } = useTimeline().run.setup;
  return (
    <fieldset>
      <legend>{settings.cluster}</legend>
      <div className="fields">
        <NumberField
          label={settings.servers}
          value={names.length}
          min={1}
          max={9}
          trouble={settings.serversOutside}
          onChange={(servers) => session.newRun({ servers })}
        />
        <NumberField
          label={settings.seed}
          value={seed}
          min={0}
          max={2 ** 32 - 1}
          trouble={settings.seedOutside}
          onChange={(wanted) => session.newRun({ seed: wanted })}
        />
      </div>
      <p className="hint">{settings.newRun}</p>
    </fieldset>
  );
}

function Sliders() {
  const { session } = useLab();
  const { options } = useTimeline().world;
  const [trouble, setTrouble] = useState<{ readonly id: string; readonly said: string } | null>(
    null,
  );
  const settle = (slider: Slider, value: number): boolean => {
    const changes = slider.write(options, value);
    const said = wrongWith({ ...options, ...changes });
    setTrouble(said === null ? null : { id: slider.id, said });
    if (said === null && value !== slider.read(options)) session.setOptions(changes);
    return said === null;
  };
  return (['timing', 'network'] as const).map((group) => (
    <fieldset key={group}>
      <legend>{settings[group]}</legend>
      {sliders
        .filter((slider) => slider.group === group)
        .map((slider) => (
          <div key={slider.id}>
            <RangeField
              label={slider.label}
              value={slider.read(options)}
              min={slider.min}
              max={maxOf(slider, options)}
              format={slider.format}
              troubleId={trouble?.id === slider.id ? 'range-trouble' : undefined}
              onChange={(value) => settle(slider, value)}
            />
            {trouble?.id === slider.id && (
              <p className="field-trouble" role="alert" id="range-trouble">
                {trouble.said}
              </p>
            )}
          </div>
        ))}
    </fieldset>
  ));
}

function Variants() {
  const { session } = useLab();
  const { options } = useTimeline().world;
  const { backtrackings } = settings;
  const kinds = Object.keys(backtrackings) as (keyof typeof backtrackings)[];
  return (
    <fieldset>
      <legend>{settings.variants}</legend>
      <Choice
        label={settings.backtracking}
        value={options.backtracking}
        options={kinds.map((kind) => ({ value: kind, text: backtrackings[kind] }))}
        onChange={(kind) => session.setOptions({ backtracking: kind as (typeof kinds)[number] })}
      />
      <Toggle
        label={settings.noop}
        isOn={options.noop}
        onChange={(noop) => session.setOptions({ noop })}
      />
      <button type="button" className="quiet" onClick={() => session.setOptions(paperOptions)}>
        {settings.paper}
      </button>
    </fieldset>
  );
}
