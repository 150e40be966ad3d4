/** Showing what a rule is for: by the scenario that proves it, or by a goal for whoever hunts by hand. */
import { loadProofs } from '../../lessons/index.ts';
import { type Property, type Switch, switches } from '../../raft/index.ts';
import type { Options } from '../../sim/index.ts';
import { isStill } from '../../store/index.ts';
import type { Lab } from '../hooks/lab.ts';
import { benchStore, type Prediction } from './bench.ts';

/** Opens the proof where something fails, and answers what was said; false: it could not be opened. */
export async function showProof(lab: Lab, rule: Switch, said: Prediction): Promise<boolean> {
  const [{ proofOf }, { openAt }] = await Promise.all([loadProofs(), import('./openAt.ts')]);
  const opened = await openAt(lab, proofOf(rule) ?? '', `${rule}.yaml`);
  if (opened === null) return false;
  const { run: origin, broken } = opened;
  const found = broken ?? whatFails(rule);
  benchStore.setState((state) => ({
    found: { ...state.found, [rule]: found },
    notice: { kind: 'verdict', rule, origin, said, found },
  }));
  lab.view.close();
  return true;
}

/** Of a rule whose proof contradicts nobody. */
const whatFails = (rule: Switch): Prediction =>
  switches[rule].protects === null ? 'progress' : 'nothing';

/** What a rule needs to have a say at all. */
const needs: Partial<Record<Switch, Partial<Options>>> = {
  'config.ownTermFirst': { membership: 'single' },
  'config.joint': { membership: 'joint' },
  'read.confirmLeadership': { reads: 'readIndex' },
  'snapshot.ignoreOlder': { snapshotEvery: 3 },
};

const crew = 5;

/** A fresh run with the rule off, and what it is off for as the goal. */
export function huntByHand({ session, view }: Lab, rule: Switch): void {
  session.newRun({ servers: crew });
  const { timeline, origin } = session.store.getState();
  const options = { ...timeline.world.options, ...needs[rule] };
  session.do({ type: 'options', options, rulesOff: [rule] });
  const wanted: Property | null = switches[rule].protects;
  benchStore.setState({ notice: { kind: 'goal', rule, origin, wanted } });
  view.close();
  if (!isStill(view.store.getState())) session.play();
}
