/**
 * A scenario as a lesson: its run cut into stops, at each of which something is said or asked. A question stands before
 * the event that answers it, and where it can the run itself grades. A `back` leaves a branch and begins another.
 */
import type { LogIndex, MessageId, ServerId } from '../base/index.ts';
import { inFlight, type World } from '../sim/index.ts';
import {
  type Branch,
  engineVersion,
  type Given,
  type Moment,
  type Subject,
  type Tree,
} from '../timeline/index.ts';
import { mismatches } from './expect.ts';
import type { Expect, FileStep } from './file.ts';
import type { FileOption, FileThing, FileWhy, Question } from './fileLesson.ts';
import { fits } from './patterns.ts';
import { type Play, viewOf } from './play.ts';
import { type Failure, runScenario } from './run.ts';
import type { Scenario } from './scenario.ts';

/** What is clicked for an option. Of messages: those in flight when it is asked that look as the file says. */
export type Thing =
  | { readonly kind: 'server'; readonly server: ServerId }
  | { readonly kind: 'entry'; readonly server: ServerId; readonly index: LogIndex }
  | { readonly kind: 'message'; readonly messages: readonly MessageId[] };

export interface Choice {
  readonly text: string;
  readonly isRight: boolean;
  /** Whether what the file declares is what the run shows; true where only one of them says anything. */
  readonly agrees: boolean;
  /** The id of the wrong idea behind it, as the curriculum lists them. */
  readonly misconception: string | null;
  /** What is said to whoever chose it. */
  readonly answer: string | null;
  readonly thing: Thing | null;
}

interface Beside {
  /** Where it stands in the file: `steps[3]`. */
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly refs: readonly string[];
  readonly why: { readonly subject: Subject; readonly isWhyNot: boolean } | null;
}

export type Beat =
  | (Beside & { readonly kind: 'note' })
  | (Beside & {
      readonly kind: 'ask';
      readonly pick: Question['pick'];
      readonly choices: readonly Choice[];
    });

export type Ask = Extract<Beat, { kind: 'ask' }>;

/** A moment at which the lesson waits. The last of a lesson may say nothing: it is its end. */
export interface Stop {
  readonly branch: number;
  readonly at: Moment;
  readonly beats: readonly Beat[];
}

/** One run of a lesson, from its first word to its end. */
export interface LessonRun {
  readonly scenario: Scenario;
  /** Fixed: whoever acts in one of its branches begins another. */
  readonly tree: Tree;
  /** In the order of the story, whatever branch each is on. */
  readonly stops: readonly Stop[];
  readonly failures: readonly Failure[];
}

interface OwnBranch extends Branch {
  run: Branch['run'];
  end: Moment;
}

interface Marked {
  readonly branch: number;
  readonly at: Moment;
}

interface OwnStop extends Stop {
  readonly beats: Beat[];
}

/** What is being written while the scenario runs. */
interface Draft {
  readonly scenario: Scenario;
  readonly branches: OwnBranch[];
  readonly marks: Map<string, Marked>;
  readonly stops: OwnStop[];
  /** Options that wait for the run to show whether they are right. */
  open: { readonly ask: Beat[]; readonly place: number; readonly options: readonly FileOption[] }[];
}

const momentOf = ({ world: { seq, time } }: Play): Moment => ({ seq, time });
const isSame = (a: Moment, b: Moment): boolean => a.seq === b.seq && a.time === b.time;

/** Runs a scenario once, and gives where it stops. */
export function lessonOf(scenario: Scenario): LessonRun {
  const start = { seq: 0, time: 0 };
  const first = branchFrom(scenario, 1, null, { branch: 0, at: start });
  const draft: Draft = { scenario, branches: [first], marks: new Map(), stops: [], open: [] };
  const { failures, play } = runScenario(scenario, null, (here, place) => read(draft, here, place));
  // Where the run stood still nobody has said that it is over.
  close(draft, play);
  const { branches, stops } = draft;
  return { scenario, tree: { branches, current: 1, lastId: branches.length }, stops, failures };
}

const branchFrom = (
  { setup }: Scenario,
  id: number,
  name: string | null,
  { branch, at }: Marked,
): OwnBranch => ({
  id,
  name,
  parent: branch === 0 ? null : branch,
  from: at,
  run: { version: engineVersion, setup, commands: [] },
  end: at,
  isFixed: true,
});

const currentOf = ({ branches }: Draft): OwnBranch => branches[branches.length - 1] as OwnBranch;

function read(draft: Draft, play: Play, place: number): void {
  const step = draft.scenario.steps[place];
  if (step === undefined) {
    finish(draft, play);
    return;
  }
  const { action, path, line } = step;
  if (action.type === 'mark')
    draft.marks.set(action.name, { branch: currentOf(draft).id, at: momentOf(play) });
  else if (action.type === 'back') leave(draft, play, action.name);
  else if (action.type === 'words') say(draft, play, action.words, { path, line });
}

/** Goes on from a mark, on a branch of its own. */
function leave(draft: Draft, play: Play, name: string): void {
  grade(draft, play);
  close(draft, play);
  const mark = draft.marks.get(name);
  if (mark !== undefined)
    draft.branches.push(branchFrom(draft.scenario, draft.branches.length + 1, name, mark));
}

function close(draft: Draft, play: Play): void {
  const branch = currentOf(draft);
  const commands: readonly Given[] = [...play.commands];
  branch.run = { ...branch.run, commands };
  branch.end = momentOf(play);
}

function finish(draft: Draft, play: Play): void {
  grade(draft, play);
  if (!stands(draft, play)) stopHere(draft, play);
}

/** Whether the last stop is here, nothing having happened since. */
function stands(draft: Draft, play: Play): boolean {
  const last = draft.stops[draft.stops.length - 1];
  return last?.branch === currentOf(draft).id && isSame(last.at, momentOf(play));
}

function stopHere(draft: Draft, play: Play): void {
  draft.stops.push({ branch: currentOf(draft).id, at: momentOf(play), beats: [] });
}

function say(
  draft: Draft,
  play: Play,
  words: FileStep,
  where: Pick<Beside, 'path' | 'line'>,
): void {
  if (!stands(draft, play) || words.stop !== undefined) {
    grade(draft, play);
    stopHere(draft, play);
  }
  const { beats } = draft.stops[draft.stops.length - 1] as OwnStop;
  const { note, stop, ask, refs = [], why } = words;
  const text = (note ?? stop ?? ask?.question ?? '').trim();
  const beside = { ...where, text, refs, why: why === undefined ? null : linkOf(why, play.world) };
  if (ask === undefined) beats.push({ ...beside, kind: 'note' });
  else {
    const { pick, options = [] } = ask;
    const choices = options.map((option) => choiceOf(option, option.correct === true, play.world));
    draft.open.push({ ask: beats, place: beats.length, options });
    beats.push({ ...beside, kind: 'ask', pick, choices });
  }
}

/** The run has gone on: what was asked is answered by what holds now. */
function grade(draft: Draft, play: Play): void {
  for (const { ask, place, options } of draft.open) {
    const beat = ask[place] as Ask;
    const choices = beat.choices.map((choice, option) => graded(choice, options[option], play));
    ask[place] = { ...beat, choices };
  }
  draft.open = [];
}

function graded(choice: Choice, option: FileOption | undefined, play: Play): Choice {
  if (option?.holds === undefined) return choice;
  const isRight = isSo(option.holds, play);
  return { ...choice, isRight, agrees: option.correct === undefined || option.correct === isRight };
}

const isSo = (expect: Expect, play: Play): boolean =>
  mismatches(expect, viewOf(play), '').length === 0;

function choiceOf(option: FileOption, isRight: boolean, world: World): Choice {
  const { text, misconception = null, answer = null } = option;
  return { text, isRight, agrees: true, misconception, answer, thing: thingOf(option, world) };
}

function thingOf({ server, entry, message }: FileThing, world: World): Thing | null {
  const { names } = world.setup;
  if (server !== undefined) return { kind: 'server', server: names.indexOf(server) };
  if (message !== undefined) {
    const found = inFlight(world).filter(fits(message, names));
    return { kind: 'message', messages: found.map(({ id }) => id) };
  }
  const [place] = Object.entries(entry ?? {});
  if (place === undefined) return null;
  return { kind: 'entry', server: names.indexOf(place[0]), index: place[1] };
}

function linkOf(why: FileWhy, world: World): Beside['why'] {
  const { client, not = false } = why;
  if (client !== undefined) return { subject: { kind: 'client', client }, isWhyNot: not };
  const thing = thingOf(why, world);
  if (thing === null) return null;
  if (thing.kind !== 'message') return { subject: thing, isWhyNot: not };
  const [message] = thing.messages;
  return message === undefined ? null : { subject: { kind: 'message', message }, isWhyNot: not };
}
