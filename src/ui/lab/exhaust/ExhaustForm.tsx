/** The bounds of the tiny world. */
import { type Bounds, isInReach } from '../../../explore/index.ts';
import { labExhaust as said } from '../../../words/index.ts';
import { Choice } from '../../controls/Choice.tsx';
import { Toggle } from '../../controls/Toggle.tsx';
import { BeginOrCancel, BenchForm } from '../BenchForm.tsx';
import { RulesOff } from '../RulesOff.tsx';
import { type ExhaustStage, exhaust, setBounds, stopExhausting, useExhaust } from './exhausting.ts';

/** Larger worlds are not tiny: they would not end. */
const sizes = {
  servers: [2, 3],
  terms: [1, 2, 3],
  entries: [0, 1, 2],
  messages: [1, 2, 3, 4],
} as const;

type Fault = keyof Bounds['faults'];
/** How often a fault may come in one schedule; null: ever so often. */
const often = [0, 1, 2, null];

const begins: Readonly<Record<ExhaustStage, string>> = {
  idle: said.start,
  running: said.start,
  stopped: said.resume,
  holds: said.again,
  broken: said.again,
  failed: said.again,
};

export function ExhaustForm() {
  const bounds = useExhaust((state) => state.bounds);
  const stage = useExhaust((state) => state.stage);
  return (
    <BenchForm
      label={said.form}
      isBusy={stage === 'running'}
      onBegin={exhaust}
      buttons={
        <BeginOrCancel
          isBusy={stage === 'running'}
          begin={begins[stage]}
          cancel={said.cancel}
          onCancel={stopExhausting}
        />
      }
    >
      <RulesOff
        rulesOff={bounds.rulesOff}
        isOffered={isInReach}
        onChange={(rulesOff) => setBounds({ rulesOff })}
      />
      <p className="hint">{said.rulesNote}</p>
      <div className="fields">
        {(Object.keys(sizes) as (keyof typeof sizes)[]).map((name) => (
          <Choice
            key={name}
            label={said.bounds[name]}
            value={String(bounds[name])}
            options={sizes[name].map((size) => ({ value: String(size), text: String(size) }))}
            onChange={(value) => setBounds({ [name]: Number(value) })}
          />
        ))}
      </div>
      <div className="fields">
        {(Object.keys(said.faults) as Fault[]).map((fault) => (
          <Choice
            key={fault}
            label={said.faults[fault]}
            value={String(bounds.faults[fault] ?? '')}
            options={often.map((many) => ({
              value: String(many ?? ''),
              text: many === null ? said.anyNumber : String(many),
            }))}
            onChange={(value) =>
              setBounds({
                faults: { ...bounds.faults, [fault]: value === '' ? null : Number(value) },
              })
            }
          />
        ))}
      </div>
      <Toggle label={said.noop} isOn={bounds.noop} onChange={(noop) => setBounds({ noop })} />
    </BenchForm>
  );
}
