/** One option of the run: its control, what it does, and where to read about it. */
import { optionFields } from '../../words/index.ts';
import { Choice } from '../controls/Choice.tsx';
import { Toggle } from '../controls/Toggle.tsx';
import { useLab, useTimeline } from '../hooks/lab.ts';
import { type ChoiceField, choiceFields, type Field, switchFields } from './layout.ts';
import { SliderField } from './SliderField.tsx';
import { type Slider, sliders } from './sliders.ts';

/** A switch, a choice or a slider, whichever the option is. */
export function OptionField({ field }: { readonly field: Field }) {
  const { hint, section } = optionFields[field];
  const slider = sliders.find(({ id }) => id === field);
  const choice = choiceFields.find(({ id }) => id === field);
  const flag = switchFields.find((one) => one === field);
  return (
    <div className="option">
      {slider !== undefined && <OfAll slider={slider} />}
      {choice !== undefined && <PickField choice={choice} />}
      {flag !== undefined && <SwitchField flag={flag} />}
      <p className="hint">
        {hint} <span className="section-sign">{section}</span>
      </p>
    </div>
  );
}

function SwitchField({ flag }: { readonly flag: (typeof switchFields)[number] }) {
  const { session } = useLab();
  const { options } = useTimeline().world;
  return (
    <Toggle
      label={optionFields[flag].label}
      isOn={options[flag]}
      onChange={(isOn) => session.setOptions({ [flag]: isOn })}
    />
  );
}

function PickField({ choice }: { readonly choice: ChoiceField }) {
  const { session } = useLab();
  const { options } = useTimeline().world;
  const value = choice.read(options);
  const isListed = choice.choices.some((one) => one.value === value);
  // A scenario may say a number that the list has not.
  const listed = isListed ? choice.choices : [...choice.choices, { value, text: value }];
  return (
    <Choice
      label={optionFields[choice.id].label}
      value={value}
      options={listed}
      onChange={(chosen) => session.setOptions(choice.write(chosen))}
    />
  );
}

function OfAll({ slider }: { readonly slider: Slider }) {
  const { session } = useLab();
  const { options } = useTimeline().world;
  const { label } = optionFields[slider.id];
  return <SliderField {...{ slider, options, label }} onSet={session.setOptions} />;
}
