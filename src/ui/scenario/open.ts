/** From a lesson or a file to the run in hand. The reader of scenarios is large, and comes later. */
import type { Lesson } from '../../lessons/index.ts';
import {
  headlessRuns,
  loadScenario,
  recordRun,
  type Scenario,
  type ScenarioError,
} from '../../scenario/index.ts';
import { fittingSpeed, isStill, keepOwnLesson, type Source } from '../../store/index.ts';
import { course, fileWords, words } from '../../words/index.ts';
import { loadCourse } from '../course/now.ts';
import type { Lab } from '../hooks/lab.ts';
import { fromAddress } from './fromAddress.ts';
import { isLesson } from './isLesson.ts';

const said = words.scenario;
const mostBytes = 1_000_000;

/** Opens a lesson of the house; gives the sentence to say when that fails. */
export async function openLesson(lab: Lab, { slug, load }: Lesson): Promise<string | null> {
  try {
    return await openText(lab, await load(), { kind: 'lesson', name: slug }, `${slug}.yaml`);
  } catch {
    return said.unavailable;
  }
}

/** Opens a file of the reader's own; the run in hand stays when it is no scenario. */
export async function openFile(lab: Lab, file: File): Promise<string | null> {
  if (file.size > mostBytes) return fileWords.tooLarge(file.name);
  let text: string;
  try {
    text = await file.text();
  } catch {
    return fileWords.noText(file.name);
  }
  return openOwn(lab, text, file.name);
}

/** Opens a text of the reader's own, called `name`. */
export async function openOwn(lab: Lab, text: string, name: string): Promise<string | null> {
  const trouble = await openText(lab, text, { kind: 'file', name }, name);
  if (trouble === null) await keepOwnLesson(name, text);
  return trouble;
}

/** Opens what an address leads to. */
export async function openAddress(lab: Lab, address: string): Promise<string | null> {
  const fetched = await fromAddress(address);
  return fetched.ok ? openOwn(lab, fetched.value.text, fetched.value.name) : fetched.error;
}

/** Opens what was typed or pasted: an address, where it is one line that begins like one, else the text itself. */
export function openTyped(lab: Lab, typed: string): Promise<string | null> {
  const isAddress = /^\s*[a-z]+:\/\/\S*\s*$/i.test(typed);
  return isAddress ? openAddress(lab, typed) : openOwn(lab, typed, course.own.pasted);
}

async function openText(
  lab: Lab,
  text: string,
  source: Source,
  name: string,
): Promise<string | null> {
  const loaded = loadScenario(text, name);
  if (!loaded.ok) return wrongWith(loaded.error);
  const scenario = loaded.value;
  if (headlessRuns(scenario).some((run) => virtualMs(run) > longestMs))
    return fileWords.tooLong(name);
  if (isLesson(scenario)) {
    (await loadCourse(lab)).open(scenario, source);
    lab.view.open('lesson');
  } else openRun(lab, scenario, source);
  return null;
}

/** A scenario that says nothing: all of it, played from its start. */
function openRun({ session, view }: Lab, scenario: Scenario, source: Source): void {
  const { run } = recordRun(scenario);
  const speed = fittingSpeed(run.setup.options);
  session.open({ run, source, speed });
  // Where nothing moves by itself there is no time to play: one steps.
  const isByHand = run.setup.timers === 'manual' && run.setup.delivery === 'manual';
  if (isByHand) session.pause();
  else if (!isStill(view.store.getState())) session.play();
}

/** Opening runs every step before anything is shown, and the page stands still meanwhile. */
const longestMs = 6 * 3_600_000;

const virtualMs = ({ steps }: Scenario): number =>
  steps.reduce((sum, { action }) => sum + (action.type === 'run' ? action.ms : 0), 0);

/** The first thing that is wrong, with its place, and how many more there are. */
function wrongWith(errors: readonly ScenarioError[]): string {
  const [first, ...others] = errors;
  if (first === undefined) return '';
  const { file, line, path } = first;
  return fileWords.wrong(file, line, path, fileWords.problem(first), others.length);
}
