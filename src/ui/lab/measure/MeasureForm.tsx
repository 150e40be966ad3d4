/** Which experiment, under which conditions, how often. */
import {
  type ExperimentId,
  experimentIds,
  experiments,
  type Parameter,
} from '../../../explore/index.ts';
import { labMeasure as said } from '../../../words/index.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { RangeField } from '../../controls/RangeField.tsx';
import { BeginOrCancel, BenchForm } from '../BenchForm.tsx';
import { measure, setRequest, setValue, stopMeasuring, useMeasure, valuesOf } from './measuring.ts';

const bounds = {
  trials: { min: 1, max: 10_000, trouble: said.trialsTrouble },
  seed: { min: 0, max: 4_294_967_295, trouble: said.seedTrouble },
} as const;

export function MeasureForm() {
  const { request } = useMeasure((state) => state.measured);
  const stage = useMeasure((state) => state.stage);
  return (
    <BenchForm
      label={said.form}
      isBusy={stage === 'running'}
      onBegin={measure}
      buttons={
        <BeginOrCancel
          isBusy={stage === 'running'}
          begin={stage === 'stopped' ? said.resume : stage === 'idle' ? said.start : said.again}
          cancel={said.cancel}
          onCancel={stopMeasuring}
        />
      }
    >
      <fieldset className="experiments">
        <legend className="hidden">{said.choose}</legend>
        {experimentIds.map((id) => (
          <Card key={id} id={id} isChosen={id === request.experiment} />
        ))}
      </fieldset>
      <div className="parameters">
        {experiments[request.experiment].parameters.map((parameter) => (
          <Slider key={`${request.experiment} ${parameter.id}`} {...parameter} />
        ))}
      </div>
      <div className="fields">
        {(Object.keys(bounds) as (keyof typeof bounds)[]).map((name) => (
          <NumberField
            key={name}
            label={said[name]}
            value={request[name]}
            {...bounds[name]}
            onChange={(value) => setRequest({ [name]: value })}
          />
        ))}
      </div>
    </BenchForm>
  );
}

function Card({ id, isChosen }: { readonly id: ExperimentId; readonly isChosen: boolean }) {
  const { name, question } = said.experiments[id];
  return (
    <label className={isChosen ? 'experiment is-chosen' : 'experiment'}>
      <input
        type="radio"
        name="experiment"
        checked={isChosen}
        aria-describedby={`experiment-${id}`}
        onChange={() => setRequest({ experiment: id })}
      />
      <b>{name}</b>
      <small id={`experiment-${id}`}>{question}</small>
    </label>
  );
}

/** In whole steps of the parameter. */
function Slider({ id, min, max, step }: Parameter) {
  const { request } = useMeasure((state) => state.measured);
  const value = valuesOf(request)[id] ?? min;
  return (
    <RangeField
      label={said.parameters[id]}
      value={Math.round((value - min) / step)}
      min={0}
      max={Math.round((max - min) / step)}
      format={(steps) => String(min + steps * step)}
      onChange={(steps) => {
        setValue(id, min + steps * step);
        return true;
      }}
    />
  );
}
