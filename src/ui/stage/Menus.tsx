/** The menu that is open, if one is; its code comes with the first one. */
import { lazy, Suspense } from 'react';
import { useView } from '../hooks/lab.ts';

const ServerMenu = lazy(() =>
  import('./ServerMenu.tsx').then((loaded) => ({ default: loaded.ServerMenu })),
);
const LinkMenu = lazy(() =>
  import('./LinkMenu.tsx').then((loaded) => ({ default: loaded.LinkMenu })),
);

const MessageMenu = lazy(() =>
  import('../messages/MessageMenu.tsx').then((loaded) => ({ default: loaded.MessageMenu })),
);

/** The verbs of a server, a link or a message, at the place where it was taken hold of. */
export function Menus() {
  const menu = useView(({ menu }) => menu);
  if (menu === null) return null;
  const { of, ...spot } = menu;
  return (
    <Suspense>
      {of.kind === 'server' && <ServerMenu server={of.server} spot={spot} />}
      {of.kind === 'link' && <LinkMenu a={of.a} b={of.b} spot={spot} />}
      {of.kind === 'message' && <MessageMenu message={of.message} spot={spot} />}
    </Suspense>
  );
}
