/** The menu that is open, if one is. */
import { Suspense } from 'react';
import { useView } from '../hooks/lab.ts';
import { part } from '../parts.ts';
// Servers that come and go: nobody has any before the first menu is there.
import '../styles/crew.css';
// On every page, and on none before it is drawn.
import '../styles/print.css';

const LinkMenu = part(() => import('./LinkMenu.tsx').then((loaded) => loaded.LinkMenu));
const MessageMenu = part(() =>
  import('../messages/MessageMenu.tsx').then((loaded) => loaded.MessageMenu),
);
const ServerMenu = part(() => import('./ServerMenu.tsx').then((loaded) => loaded.ServerMenu));

/** The verbs of a server, a link or a message, at the place where it was taken hold of. */
export function Menus() {
  const menu = useView(({ menu }) => menu);
  if (menu === null) return null;
  const { of, isRestart = false, ...spot } = menu;
  return (
    <Suspense>
      {of.kind === 'server' && <ServerMenu server={of.server} {...{ spot, isRestart }} />}
      {of.kind === 'link' && <LinkMenu a={of.a} b={of.b} spot={spot} />}
      {of.kind === 'message' && <MessageMenu message={of.message} spot={spot} />}
    </Suspense>
  );
}
