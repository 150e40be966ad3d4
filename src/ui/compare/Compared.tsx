/** The comparison in its place; its code comes with the first one. */
import { Suspense } from 'react';
import { Compare } from '../later.ts';

export function Compared() {
  return (
    <Suspense>
      <Compare />
    </Suspense>
  );
}
