/** The conditions of the run: who is in it, how long things take, what gets lost, which variants are played. */
import { useState } from 'react';
import { mostServers, type Profile, profiles } from '../../sim/index.ts';
import { exportedRun, fittingSpeed } from '../../store/index.ts';
import { broken, optionGroups, profileWords, settings } from '../../words/index.ts';
import { Choice } from '../controls/Choice.tsx';
import { copyText } from '../controls/copyText.ts';
import { NumberField } from '../controls/NumberField.tsx';
import { useLab, useTimeline } from '../hooks/lab.ts';
import { Clocks } from './Clocks.tsx';
import { GroupHead } from './GroupHead.tsx';
import { type Group, layout } from './layout.ts';
import { OptionField } from './OptionField.tsx';
import { profileOf } from './profile.ts';
import '../styles/panels.css';

/** Sizes that say something: the usual ones, and how Raft behaves far beyond them. */
const sizes = [3, 5, 7, 9, 25, 51, mostServers];
const groups = Object.keys(layout) as Group[];

/** All the settings; each takes effect at once, as an event of the run. */
export function Conditions() {
  const { view } = useLab();
  return (
    <div className="conditions">
      <Cluster />
      <ProfileChoice />
      <button type="button" className="quiet" onClick={() => view.open('rules')}>
        {settings.breakRaft}
      </button>
      {groups.map((group) => (
        <fieldset key={group} className="option-group">
          <legend>
            <GroupHead {...optionGroups[group]} />
          </legend>
          {layout[group].map((field) => (
            <OptionField key={field} field={field} />
          ))}
        </fieldset>
      ))}
      <Clocks />
      <p className="verbs">
        <CopyRun />
      </p>
    </div>
  );
}

function Cluster() {
  const { session } = useLab();
  const { names, spares = 0, seed } = useTimeline().run.setup;
  return (
    <fieldset>
      <legend>{settings.cluster}</legend>
      <div className="fields">
        <NumberField
          label={settings.servers}
          value={names.length - spares}
          min={1}
          max={mostServers}
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
      <p className="sizes">
        {sizes.map((servers) => (
          <button
            key={servers}
            type="button"
            className="quiet"
            aria-label={settings.size(servers)}
            aria-pressed={servers === names.length - spares}
            onClick={() => session.newRun({ servers })}
          >
            {servers}
          </button>
        ))}
      </p>
      <p className="hint">{settings.newRun}</p>
    </fieldset>
  );
}

function ProfileChoice() {
  const { session } = useLab();
  const current = profileOf(useTimeline().world.options);
  const { names } = profileWords;
  const listed = [...(Object.keys(profiles) as Profile[]), ...(current === 'own' ? [current] : [])];
  const choose = (name: string): void => {
    if (name === 'own') return;
    const options = profiles[name as Profile];
    session.setOptions(options);
    session.setSpeed(fittingSpeed(options));
  };
  return (
    <div className="option">
      <Choice
        label={profileWords.label}
        value={current}
        options={listed.map((value) => ({ value, text: names[value] }))}
        onChange={choose}
      />
      <p className="hint">{profileWords.hint[current]}</p>
    </div>
  );
}

function CopyRun() {
  const { session } = useLab();
  const [isCopied, setCopied] = useState<boolean | null>(null);
  // What the clipboard refused is there to be selected.
  const [text, setText] = useState('');
  const copy = async (): Promise<void> => {
    const run = exportedRun(session.store.getState().timeline);
    setText(run);
    setCopied(await copyText(run));
  };
  return (
    <>
      <button type="button" className="quiet" onClick={copy}>
        {settings.copyRun}
      </button>
      <span role="status">
        {isCopied === null ? '' : isCopied ? broken.copied : broken.notCopied}
      </span>
      {isCopied === false && <textarea readOnly rows={4} value={text} aria-label={broken.run} />}
    </>
  );
}
