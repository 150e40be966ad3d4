/** The menu that is open, if one is. */
import { Suspense } from 'react';
import { useView } from '../hooks/lab.ts';
import { LinkMenu, ServerMenu } from '../later.ts';

/** A server's or a link's verbs, at the place where it was taken hold of. */
export function Menus() {
  const menu = useView(({ menu }) => menu);
  if (menu === null) return null;
  const { of, ...spot } = menu;
  return (
    <Suspense>
      {of.kind === 'server' ? (
        <ServerMenu server={of.server} spot={spot} />
      ) : (
        <LinkMenu a={of.a} b={of.b} spot={spot} />
      )}
    </Suspense>
  );
}
