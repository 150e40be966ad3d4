/** What to search, and the buttons that begin, stop and go on. */
import { useState } from 'react';
import { labSearch as said } from '../../../words/index.ts';
import { Choice } from '../../controls/Choice.tsx';
import { NumberField } from '../../controls/NumberField.tsx';
import { BeginOrCancel, BenchForm } from '../BenchForm.tsx';
import { mostWorkers } from '../hosts/crew.ts';
import { RulesOff } from '../RulesOff.tsx';
import { Goal, type GoalText } from './Goal.tsx';
import { goalOf } from './goalOf.ts';
import {
  cancel,
  type SearchForm as Form,
  isBusy,
  search,
  setForm,
  useSearch,
} from './searching.ts';

const bounds = {
  acts: { min: 5, max: 400 },
  from: { min: 0, max: 4_294_967_295 },
  seeds: { min: 1, max: 1_000_000 },
} as const;
const sizes = [2, 3, 4, 5, 6, 7];
/** Where the size goes by the seed, up to so many. */
const largestBySeed = 5;

export function SearchForm() {
  const form = useSearch((state) => state.form);
  const stage = useSearch((state) => state.stage);
  const [goal, setGoal] = useState<GoalText>({ isOwn: false, text: '', trouble: null });
  const begin = (): void => {
    // What is gone on with stays what it was.
    const trouble = stage === 'stopped' ? null : take(goal, form);
    setGoal({ ...goal, trouble });
    if (trouble === null) search();
  };
  return (
    <BenchForm label={said.form} isBusy={isBusy(stage)} onBegin={begin} buttons={<Buttons />}>
      <RulesOff rulesOff={form.rulesOff} onChange={(rulesOff) => setForm({ rulesOff })} />
      <Goal goal={goal} onChange={setGoal} />
      <div className="fields">
        <Size servers={form.servers} />
        <Way way={form.way} />
      </div>
      <div className="fields">
        <Numbers form={form} />
      </div>
    </BenchForm>
  );
}

/** Puts the goal into the form; gives what is wrong with it. */
function take({ isOwn, text }: GoalText, { servers }: Form): string | null {
  if (!isOwn) {
    setForm({ goal: null });
    return null;
  }
  if (text.trim() === '') return said.stateMissing;
  const read = goalOf(text, servers ?? largestBySeed);
  if (!read.ok) return read.error;
  setForm({ goal: read.value });
  return null;
}

function Size({ servers }: Pick<Form, 'servers'>) {
  return (
    <Choice
      label={said.servers}
      value={String(servers ?? '')}
      options={[
        { value: '', text: said.mixedSizes },
        ...sizes.map((size) => ({ value: String(size), text: String(size) })),
      ]}
      onChange={(value) => setForm({ servers: value === '' ? null : Number(value) })}
    />
  );
}

const ways = Object.keys(said.ways) as Form['way'][];

function Way({ way }: Pick<Form, 'way'>) {
  return (
    <Choice
      label={said.style}
      value={way}
      options={ways.map((value) => ({ value, text: said.ways[value] }))}
      onChange={(value) => setForm({ way: value as Form['way'] })}
    />
  );
}

const troubles = {
  acts: said.actsTrouble,
  from: said.fromTrouble,
  seeds: said.seedsTrouble,
} as const;

function Numbers({ form }: { readonly form: Form }) {
  const most = mostWorkers();
  return (
    <>
      {(Object.keys(bounds) as (keyof typeof bounds)[]).map((name) => (
        <NumberField
          key={name}
          label={said[name]}
          value={form[name]}
          {...bounds[name]}
          trouble={troubles[name]}
          onChange={(value) => setForm({ [name]: value })}
        />
      ))}
      <NumberField
        label={said.workers}
        value={form.workers}
        min={1}
        max={most}
        trouble={said.workersTrouble(most)}
        onChange={(workers) => setForm({ workers })}
      />
    </>
  );
}

function Buttons() {
  const stage = useSearch((state) => state.stage);
  const isStopped = stage === 'stopped';
  return (
    <>
      <BeginOrCancel
        isBusy={isBusy(stage)}
        begin={isStopped ? said.resume : stage === 'idle' ? said.start : said.again}
        cancel={said.cancel}
        onCancel={cancel}
      />
      {isStopped && (
        <button
          type="button"
          onClick={() => {
            setForm({});
            search();
          }}
        >
          {said.again}
        </button>
      )}
    </>
  );
}
