/** A scenario of the lab in the instrument, at the moment that it is about. */
import type { Property } from '../../raft/index.ts';
import { loadScenario, recordRun, type Scenario } from '../../scenario/index.ts';
import { fittingSpeed, judgeSession } from '../../store/index.ts';
import { type Run, violationsOf } from '../../timeline/index.ts';
import type { Lab } from '../hooks/lab.ts';

export interface OpenedAt {
  readonly run: Run;
  /** The first property that it breaks; null: none. */
  readonly broken: Property | null;
}

/** Stands still at the first violation, or where the rules are given back; null: the text is no scenario. */
export async function openAt(
  { session }: Lab,
  text: string,
  name: string,
): Promise<OpenedAt | null> {
  const loaded = loadScenario(text, name);
  if (!loaded.ok) return null;
  // On a page just opened nobody looks yet.
  await judgeSession(session);
  const { run, end, moments } = recordRun(loaded.value);
  const speed = fittingSpeed(run.setup.options);
  session.open({ run, source: { kind: 'file', name }, speed });
  session.pause();
  // To the end first: then what comes after the moment is known, and drawn ahead of it.
  session.seekSeq(end.seq);
  const [broken = null] = violationsOf(session.store.getState().timeline);
  const mended = moments.find(({ step }) => givesBack(loaded.value, step));
  session.seekSeq(broken?.seq ?? mended?.seq ?? end.seq);
  return { run, broken: broken?.property ?? null };
}

const givesBack = ({ steps }: Scenario, step: number): boolean =>
  /^(options|rulesOff)$/.test(steps[step]?.action.type ?? '');
