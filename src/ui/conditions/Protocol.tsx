/** The options of the protocol, grouped by what they are for; each changes the run in hand. */
import type { Options } from '../../sim/index.ts';
import { protocol, settings } from '../../words/index.ts';
import { Choice } from '../controls/Choice.tsx';
import { RangeField } from '../controls/RangeField.tsx';
import { Toggle } from '../controls/Toggle.tsx';
import { useLab, useTimeline } from '../hooks/lab.ts';

type SwitchKey = 'preVote' | 'checkQuorum' | 'leaderStickiness';
const switches: readonly SwitchKey[] = ['preVote', 'checkQuorum', 'leaderStickiness'];

/** After how many applied entries a server takes a snapshot; 0 stands for never. */
const snapshotChoices = [0, 2, 4, 8, 16, 64] as const;
const slowestDiskMs = 100;

/** PreVote and its like, reads, membership, snapshots and the disk. */
export function Protocol() {
  const { session } = useLab();
  const { options } = useTimeline().world;
  const set = (changes: Partial<Options>): void => session.setOptions(changes);
  return (
    <>
      <fieldset>
        <legend>{protocol.groups.elections}</legend>
        {switches.map((key) => (
          <Toggle
            key={key}
            label={protocol[key]}
            isOn={options[key]}
            onChange={(isOn) => set({ [key]: isOn })}
          />
        ))}
      </fieldset>
      <fieldset>
        <legend>{protocol.groups.reads}</legend>
        <Pick
          label={protocol.reads}
          value={options.reads}
          texts={protocol.readKinds}
          onPick={(reads) => set({ reads })}
        />
        <Toggle
          label={protocol.sessions}
          isOn={options.sessions}
          onChange={(sessions) => set({ sessions })}
        />
      </fieldset>
      <fieldset>
        <legend>{protocol.groups.membership}</legend>
        <Pick
          label={protocol.membership}
          value={options.membership}
          texts={protocol.memberships}
          onPick={(membership) => set({ membership })}
        />
      </fieldset>
      <Storage options={options} set={set} />
    </>
  );
}

interface StorageProps {
  readonly options: Options;
  readonly set: (changes: Partial<Options>) => void;
}

function Storage({ options, set }: StorageProps) {
  const { snapshotKinds } = protocol;
  return (
    <fieldset>
      <legend>{protocol.groups.storage}</legend>
      <Choice
        label={protocol.snapshotEvery}
        value={String(options.snapshotEvery ?? 0)}
        options={snapshotChoices.map((many) => ({
          value: String(many),
          text: many === 0 ? snapshotKinds.never : snapshotKinds.entries(many),
        }))}
        onChange={(many) => set({ snapshotEvery: many === '0' ? null : Number(many) })}
      />
      <RangeField
        label={protocol.diskLatency}
        value={options.diskLatencyMs}
        min={0}
        max={slowestDiskMs}
        format={settings.ms}
        troubleId={undefined}
        onChange={(diskLatencyMs) => {
          set({ diskLatencyMs });
          return true;
        }}
      />
    </fieldset>
  );
}

interface PickProps<Kind extends string> {
  readonly label: string;
  readonly value: Kind;
  readonly texts: Readonly<Record<Kind, string>>;
  readonly onPick: (kind: Kind) => void;
}

function Pick<Kind extends string>({ label, value, texts, onPick }: PickProps<Kind>) {
  const kinds = Object.keys(texts) as Kind[];
  return (
    <Choice
      label={label}
      value={value}
      options={kinds.map((kind) => ({ value: kind, text: texts[kind] }))}
      onChange={(kind) => onPick(kind as Kind)}
    />
  );
}
