/** On a phone: a panel that stands beside the picture elsewhere, in a sheet of its own. */
import type { ReactNode } from 'react';
import { Frame } from './Frame.tsx';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
}

export function PanelSheet({ title, children }: Props) {
  return (
    <Frame title={title} className="is-sheet">
      {children}
    </Frame>
  );
}
