/** The contents page of the course, which is fetched when it is first wanted. */
import { useEffect, useState } from 'react';
import { type Lesson, loadLessons } from '../../lessons/index.ts';

const none: readonly Lesson[] = [];

/** Every lesson there is; none as long as they are on their way. */
export function useLessons(): readonly Lesson[] {
  const [lessons, setLessons] = useState(none);
  useEffect(() => {
    // Where they cannot be had, the page goes on without.
    loadLessons().then(setLessons, () => undefined);
  }, []);
  return lessons;
}
