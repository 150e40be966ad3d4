/** The comparison in its place; its code comes with the first one. */
import { Suspense } from 'react';
import { part } from '../parts.ts';

const Compare = part(() => import('./Compare.tsx').then((loaded) => loaded.Compare));

export function Compared() {
  return (
    <Suspense>
      <Compare />
    </Suspense>
  );
}
