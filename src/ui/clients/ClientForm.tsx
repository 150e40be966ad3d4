/** Asking as a client: a key, a value, and who asks whom. */
import { type FormEvent, useId, useState } from 'react';
import type { Operation } from '../../raft/index.ts';
import { words } from '../../words/index.ts';
import { Choice } from '../controls/Choice.tsx';
import { TextField } from '../controls/TextField.tsx';
import { useLab, useSession } from '../hooks/lab.ts';
import { type FieldName, type Fields, type FieldTrouble, operationOf } from './request.ts';

const clientNames = ['c1', 'c2', 'c3'];
const others = ['delete', 'cas', 'incr'] as const;
type Other = (typeof others)[number] | '';

/** The address that means: whom the client believes to lead. */
const believed = '';

interface Asking {
  readonly fields: Fields;
  readonly trouble: FieldTrouble | null;
  readonly set: (field: FieldName) => (text: string) => void;
  readonly ask: (type: Operation['type'], client: string, to: string) => void;
}

/** What stands in the fields, and what is wrong with it; nothing typed is ever lost. */
function useAsking(): Asking {
  const { session } = useLab();
  const [fields, setFields] = useState<Fields>({ key: 'A', value: '1', expected: '' });
  const [trouble, setTrouble] = useState<FieldTrouble | null>(null);
  return {
    fields,
    trouble,
    set: (field) => (text) => {
      setFields((before) => ({ ...before, [field]: text }));
      setTrouble(null);
    },
    ask: (type, client, to) => {
      const asked = operationOf(type, fields);
      setTrouble(asked.ok ? null : asked.error);
      if (!asked.ok) return;
      const at = to === believed ? {} : { at: Number(to) };
      session.do({ type: 'request', client, operation: asked.value, ...at });
    },
  };
}

/** The form; what is wrong with a field is said under it. */
export function ClientForm() {
  const { fields, trouble, set, ask } = useAsking();
  const [other, setOther] = useState<Other>('');
  const [client, setClient] = useState('c1');
  const [to, setTo] = useState(believed);
  const troubleId = useId();
  const press = (type: Operation['type']) => (): void => ask(type, client, to);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    press(other === '' ? 'set' : other)();
  };
  const field = (name: FieldName) => ({
    value: fields[name],
    onChange: set(name),
    troubleId: trouble?.field === name ? troubleId : null,
  });
  return (
    <form className="client-form" onSubmit={submit} noValidate>
      <header className="section-head">
        <h2 id="clients-title">{words.clients.title}</h2>
        <SendTo value={to} onChange={setTo} />
      </header>
      <div className="fields">
        <Choice
          label={words.clients.client}
          value={client}
          options={clientNames.map((name) => ({ value: name, text: name }))}
          onChange={setClient}
        />
        <TextField id="client-key" label={words.clients.key} {...field('key')} />
        {other === 'cas' && <TextField label={words.clients.expected} {...field('expected')} />}
        <TextField label={words.clients.value} {...field('value')} />
        <SetButton isSubmit={other === ''} onPress={press('set')} />
        <button type="button" onClick={press('get')}>
          {words.clients.get}
        </button>
        <OtherOperation value={other} onChange={setOther} />
        {other !== '' && (
          <button type="submit" className="primary">
            {words.clients.send}
          </button>
        )}
      </div>
      {trouble !== null && (
        <p className="field-trouble" role="alert" id={troubleId}>
          {trouble.sentence}
        </p>
      )}
    </form>
  );
}

interface SetButtonProps {
  /** Whether Enter in a field means this; else it means the other operation that is chosen. */
  readonly isSubmit: boolean;
  readonly onPress: () => void;
}

function SetButton({ isSubmit, onPress }: SetButtonProps) {
  return isSubmit ? (
    <button type="submit" className="primary">
      {words.clients.set}
    </button>
  ) : (
    <button type="button" onClick={onPress}>
      {words.clients.set}
    </button>
  );
}

interface ChoiceProps<Value extends string> {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

function OtherOperation({ value, onChange }: ChoiceProps<Other>) {
  const { operation, others: none, operations } = words.clients;
  const options = others.map((type) => ({ value: type, text: operations[type] }));
  return (
    <Choice
      label={operation}
      value={value}
      options={[{ value: '', text: none }, ...options]}
      onChange={(chosen) => onChange(chosen as Other)}
    />
  );
}

function SendTo({ value, onChange }: ChoiceProps<string>) {
  const names = useSession(({ timeline }) => timeline.run.setup.names);
  const options = names.map((name, id) => ({ value: String(id), text: name }));
  return (
    <Choice
      label={words.clients.sendTo}
      isInline
      value={names[Number(value)] === undefined ? believed : value}
      options={[{ value: believed, text: words.clients.believed }, ...options]}
      onChange={onChange}
    />
  );
}
