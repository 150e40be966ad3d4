/** The menu that is open, if one is; its code comes with the first one. */
import { lazy, Suspense } from 'react';
import { useView } from '../hooks/lab.ts';

const ServerMenu = lazy(() =>
  import('./ServerMenu.tsx').then((loaded) => ({ default: loaded.ServerMenu })),
);
const LinkMenu = lazy(() =>
  import('./LinkMenu.tsx').then((loaded) => ({ default: loaded.LinkMenu })),
);

/** A server's or a link's verbs, at the place where it was taken hold of. */
export function Menus() {
  const menu = useView(({ menu }) => menu);
  if (menu === null) return null;
  const { of, x, y } = menu;
  return (
    <Suspense>
      {of.kind === 'server' ? (
        <ServerMenu server={of.server} x={x} y={y} />
      ) : (
        <LinkMenu a={of.a} b={of.b} x={x} y={y} />
      )}
    </Suspense>
  );
}
