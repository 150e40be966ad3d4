/** What a newcomer meets beside the running cluster: three ways to go on. Gone with the first act. */
import { X } from 'lucide';
import { isOtherRun } from '../../store/index.ts';
import { doors as said } from '../../words/index.ts';
import { Icon } from '../controls/Icon.tsx';
import { type Lab, useLab, useSession, useTimeline, useView } from '../hooks/lab.ts';
import '../styles/start.css';

type Door = keyof typeof said.ways;

const ways: Readonly<Record<Door, (lab: Lab) => void>> = {
  story: ({ view }) => view.open('lessons'),
  break: ({ view }) => view.open('lab'),
  use: ({ view }) => {
    view.prefer({ isWelcome: false });
    // On a phone the clients are in the sheet.
    const field = document.getElementById('client-key');
    if (field instanceof HTMLInputElement) field.select();
    else view.open('sheet');
  },
};

/** The section named `Start`; nothing where somebody has done something, or has closed it. */
export function Doors() {
  const lab = useLab();
  const isWelcome = useView(({ isWelcome }) => isWelcome);
  const isSandbox = useSession(({ source }) => source.kind === 'sandbox');
  const { run } = useTimeline();
  const isUntouched = isSandbox && run.commands.length === 0 && !isOtherRun(run);
  if (!isWelcome || !isUntouched) return null;
  return (
    <section className="doors" aria-label={said.label}>
      <header>
        <h2>{said.heading}</h2>
        <button
          type="button"
          className="icon"
          aria-label={said.close}
          title={said.close}
          onClick={() => lab.view.prefer({ isWelcome: false })}
        >
          <Icon of={X} size={16} />
        </button>
      </header>
      {(Object.keys(said.ways) as Door[]).map((door) => (
        <button key={door} type="button" className="door" onClick={() => ways[door](lab)}>
          <b>{said.ways[door].title}</b>
          <span>{said.ways[door].line}</span>
        </button>
      ))}
    </section>
  );
}
