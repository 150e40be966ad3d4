/** Beginning runs, and acting in the one in hand. */
import type { Switch } from '../raft/index.ts';
import { type Command, leaderOf, type Options, plainSetup, type Refusal } from '../sim/index.ts';
import { give, type Run, runOf, type Timeline } from '../timeline/index.ts';
import { words } from '../words/index.ts';
import { openRun } from './beginning.ts';
import { putAside } from './branching.ts';
import { nameOfNewcomer, withNewcomer } from './newcomer.ts';
import type { Core } from './session.ts';
import type { Arrived } from './sharing.ts';
import { type Source, sandbox, shared } from './sources.ts';

/** What a fresh run is made of; what is absent stays as it is. */
export interface Wanted {
  readonly servers?: number;
  readonly seed?: number;
}

export interface Opened {
  readonly run: Run;
  /** The same with branches, at whatever moment it is to be seen; absent: the run at its start. */
  readonly timeline?: Timeline;
  readonly source: Source;
  readonly speed: number;
}

export interface Runs {
  /** Gives a command now; false, and a sentence in `trouble`, when it is refused. */
  do(command: Command): boolean;
  /** Changes some of the conditions from now on. */
  setOptions(changes: Partial<Options>): void;
  /** Changes which rules are switched off, from now on. */
  setRulesOff(rulesOff: readonly Switch[]): void;
  /** One more server joins the run in hand, with a vote or as a learner: the leader appends a configuration with it. */
  addServer(kind: 'add' | 'addLearner'): void;
  /** A fresh run in the sandbox, under the conditions of the one in hand. */
  newRun(wanted: Wanted): void;
  /** A run from elsewhere, at its start. */
  open(opened: Opened): void;
  /** What a link led to, standing still at its moment. */
  arrive(arrived: Arrived): void;
  dismissArrival(): void;
  /** The run in hand as it was opened, at its start; the sandbox keeps its conditions. */
  restart(): void;
  /** Says one sentence about what could not be done. */
  say(trouble: string | null): void;
}

/** What a run has not had yet when it is opened. */
const unopened = { ahead: [], comparison: null, halt: null, arrival: null };

/** The beginnings and acts on what `core` holds. */
export function runsOf(core: Core): Runs {
  const { store, changed } = core;
  const act = (command: Command): boolean => {
    const { timeline } = store.getState();
    const result = give(timeline, command);
    if (result.ok) changed();
    else store.setState({ trouble: refusal(result.error, timeline.run.setup.names) });
    return result.ok;
  };
  const begin = (origin: Run, source: Source, timeline = openRun(origin)): void => {
    const aside = putAside(store.getState());
    changed({ timeline, origin, source, aside, ...unopened });
  };
  return {
    do: act,
    setOptions: (changes) => {
      const { options, rulesOff } = store.getState().timeline.world;
      act({ type: 'options', options: { ...options, ...changes }, rulesOff });
    },
    setRulesOff: (rulesOff) => {
      const { options } = store.getState().timeline.world;
      act({ type: 'options', options, rulesOff });
    },
    addServer: (kind) => {
      const { timeline } = store.getState();
      const { names } = timeline.run.setup;
      const name = nameOfNewcomer(names);
      if (name === null || leaderOf(timeline.world) === null) {
        const said = name === null ? words.troubles.enoughServers : words.refusals.nobodyLeads('');
        store.setState({ trouble: said });
        return;
      }
      // The run that knew nothing of the newcomer is put aside, so that this can be undone.
      const aside = putAside(store.getState());
      changed({ timeline: withNewcomer(timeline, name), aside, ahead: [], comparison: null });
      act({ type: 'reconfigure', change: { kind, server: names.length } });
    },
    newRun: (wanted) => begin(freshRun(core, wanted), sandbox),
    open: ({ run, source, speed, timeline }) => {
      begin(run, source, timeline);
      store.setState({ speed });
    },
    arrive: ({ timeline, look: _look, ...arrival }) => {
      begin(timeline.run, shared, timeline);
      store.setState({ arrival, isPlaying: false });
    },
    dismissArrival: () => store.setState({ arrival: null }),
    restart: () => {
      const { source, origin } = store.getState();
      begin(source.kind === 'sandbox' ? freshRun(core, {}) : origin, source);
    },
    say: (trouble) => store.setState({ trouble }),
  };
}

function freshRun({ store }: Core, wanted: Wanted): Run {
  const { run, world } = store.getState().timeline;
  const { names, spares = 0, seed } = run.setup;
  // Exceptions are keyed by server, and the servers may be others now.
  const options = { ...world.options, links: {}, servers: {} };
  return runOf(plainSetup(wanted.servers ?? names.length - spares, wanted.seed ?? seed, options));
}

function refusal({ reason, server }: Refusal, names: readonly string[]): string {
  return words.refusals[reason](server === null ? '' : (names[server] ?? ''));
}
