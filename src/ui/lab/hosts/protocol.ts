/** What the page asks of a worker and hears from it: plain data both ways. */
import type {
  Bounds,
  ExhaustProgress,
  Finding,
  MeasureRequest,
  Question,
} from '../../../explore/index.ts';
import type { Property, RuleId } from '../../../raft/index.ts';

export type Job =
  /** The seeds of a question from `next` on. */
  | { readonly kind: 'search'; readonly question: Question; readonly next: number }
  | { readonly kind: 'shrink'; readonly finding: Finding }
  | { readonly kind: 'exhaust'; readonly bounds: Bounds }
  | {
      readonly kind: 'measure';
      readonly request: MeasureRequest;
      readonly trials: readonly Omit<Trial, 'value'>[];
    };

/** What a trial of a line came to, the first being 0. */
export interface Trial {
  readonly line: string;
  readonly place: number;
  readonly value: number;
}

/** A finding as it is shown: the text of its file, and each step by itself. */
export interface Shown {
  readonly finding: Finding;
  readonly text: string;
  readonly steps: readonly string[];
}

/** What breaks a property in a tiny world, by the fewest steps. */
export interface Story {
  readonly property: Property;
  /** Steps of servers. */
  readonly length: number;
  readonly text: string;
  readonly steps: readonly string[];
}

export type Told =
  | {
      readonly kind: 'searched';
      /** Where to go on from. */
      readonly next: number;
      /** Since the last time it was told. */
      readonly seeds: number;
      readonly schedules: number;
      readonly events: number;
      /** All that were obeyed so far. */
      readonly rules: readonly RuleId[];
    }
  | { readonly kind: 'found'; readonly shown: Shown }
  | {
      readonly kind: 'shrinking';
      /** The smallest so far. */
      readonly shown: Shown;
      /** Which of how many passes over it, from 1. */
      readonly place: number;
      readonly passes: number;
    }
  | { readonly kind: 'shrunk'; readonly shown: Shown }
  | { readonly kind: 'gone'; readonly progress: ExhaustProgress }
  | { readonly kind: 'exhausted'; readonly broken: Story | null }
  | { readonly kind: 'measured'; readonly trials: readonly Trial[] }
  /** Nothing is left to do. */
  | { readonly kind: 'ended' };

/** What a job under way is told; only going through all heeds it, for all that it knows is in its worker. */
export type Word = 'rest' | 'goOn';

/** A job under way: to call it ends it at once. */
export interface Held {
  (): void;
  /** Absent where the host can only end it. */
  readonly say?: (word: Word) => void;
}

/** Does a job, and tells of it until `ended`. */
export type Host = (job: Job, hear: (told: Told) => void, fail: () => void) => Held;
