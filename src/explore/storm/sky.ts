/** A storm on its way: the world under it, and everything that is remembered beside it. */
import { type Checks, cloneChecks, look, openChecks } from '../../check/index.ts';
import {
  advance,
  type Command,
  cloneWorld,
  type Event,
  execute,
  isUnsettled,
  roundMs,
  type World,
  worldOf,
} from '../../sim/index.ts';
import { chanceOf } from '../chance.ts';
import { type Book, bookOf, cloneBook, noteAnswers, noteAsked } from './book.ts';
import { climate } from './climate.ts';
import { cloneDiary, type Diary, noteStep, openDiary, stepOf } from './diary.ts';
import { handClimate } from './hand.ts';
import type { Judge, Storm } from './storm.ts';

/** Changed in place. */
export interface Sky {
  readonly world: World;
  readonly checks: Checks;
  /** Null: nobody judges. */
  readonly judge: ((event: Event) => string | null) | null;
  readonly book: Book;
  /** Null: nothing is written down, which takes half the time. */
  readonly diary: Diary | null;
  readonly watch: (event: Event) => void;
  events: number;
  /** What the judge said first. */
  difference: string | null;
}

/** The sky at the start of a storm. */
export function openSky(
  storm: Storm,
  watch: Sky['watch'],
  judge: Judge | null,
  isWritten = true,
): Sky {
  const sky = newSky(storm, watch, judge, isWritten ? openDiary() : null);
  welcome(sky);
  return sky;
}

function newSky(storm: Storm, watch: Sky['watch'], judge: Judge | null, diary: Diary | null): Sky {
  const make = storm.byHand ? handClimate : climate;
  const world = worldOf(make(storm, chanceOf(storm.seed, 1)));
  return {
    world,
    checks: openChecks(world),
    judge: judge === null ? null : judge(world),
    book: bookOf(),
    diary,
    watch,
    events: 0,
    difference: null,
  };
}

/** Whether nothing was found yet. */
export const isWhole = ({ checks, difference }: Sky): boolean =>
  checks.violations.length === 0 && difference === null;

/** Names the servers that wait to be added, for a file knows them from there on; nobody leads yet, so nothing comes of it. */
function welcome(sky: Sky): void {
  const { names, spares = 0 } = sky.world.setup;
  for (let server = names.length - spares; server < names.length; server += 1)
    give(sky, { type: 'reconfigure', change: { kind: 'add', server }, at: 0 });
}

function note(sky: Sky, event: Event): void {
  const { checks, world, book, judge, diary, watch } = sky;
  sky.events += 1;
  look(checks, world, event);
  noteAnswers(book, event);
  if (judge !== null) sky.difference ??= judge(event);
  if (diary !== null) diary.isStirred = true;
  watch(event);
}

/** Gives a command, and what follows from it at the same moment. */
export function give(sky: Sky, command: Command): void {
  const { world, diary, book } = sky;
  const step = diary === null ? null : stepOf(command, world);
  const result = execute(world, command);
  if (!result.ok) return;
  if (diary !== null && step !== null) noteStep(diary, world, step);
  noteAsked(book, command);
  note(sky, result.value);
  // As a file has it: what follows at the same moment comes before the next step.
  while (isWhole(sky) && isUnsettled(world)) {
    const event = advance(world, world.time);
    if (event === null) break;
    note(sky, event);
  }
  if (diary !== null) diary.isStirred = false;
}

/** Lets so much virtual time pass. */
export function pass(sky: Sky, ms: number): void {
  const { world } = sky;
  // By hand nothing happens by itself, and between most acts no time passes.
  if (ms === 0 && isByHand(world) && !isUnsettled(world)) return;
  const until = roundMs(world.time + ms);
  while (isWhole(sky)) {
    const event = advance(world, until);
    if (event === null) break;
    note(sky, event);
  }
  if (isWhole(sky) && until > world.time) world.time = until;
}

const isByHand = ({ setup, queue }: World): boolean =>
  setup.timers === 'manual' && setup.delivery === 'manual' && queue.length === 0;

/** A sky that goes its own way from here, with nobody who judges. */
export const cloneSky = (sky: Sky): Sky => ({
  ...sky,
  world: cloneWorld(sky.world),
  checks: cloneChecks(sky.checks),
  book: cloneBook(sky.book),
  diary: sky.diary === null ? null : cloneDiary(sky.diary),
  judge: null,
});
