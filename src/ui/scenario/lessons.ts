/** The lessons there are. */

export interface Lesson {
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  readonly load: () => Promise<string>;
}

export const lessons: readonly Lesson[] = [];
