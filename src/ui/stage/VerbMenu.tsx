/** A menu of verbs at a place on the page, for what is not a button of its own: a server in the picture. */
import * as DropdownMenu from '@radix-ui/react-dropdown-menu';
import { useRef } from 'react';
import { useLab } from '../hooks/lab.ts';
import type { Verb } from './verbs.ts';

interface Props {
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly verbs: readonly Verb[];
}

/** Closes when a verb is chosen, and gives the focus back to what it was opened from. */
export function VerbMenu({ label, x, y, verbs }: Props) {
  const { view } = useLab();
  const opener = useRef(document.activeElement);
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(isOpen) => isOpen || view.closeMenu()}>
      <DropdownMenu.Trigger asChild>
        <span className="menu-anchor" style={{ left: x, top: y }} tabIndex={-1} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="menu"
          aria-label={label}
          aria-labelledby={undefined}
          side="right"
          align="start"
          sideOffset={28}
          collisionPadding={8}
          loop
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (opener.current instanceof HTMLElement || opener.current instanceof SVGElement) {
              opener.current.focus();
            }
          }}
        >
          {verbs.map((verb) => (
            <DropdownMenu.Item
              key={verb.id}
              className="menu-item"
              disabled={!verb.isPossible}
              onSelect={verb.run}
            >
              {verb.text}
              {verb.hint !== undefined && (
                <span className="key" aria-hidden="true">
                  {verb.hint}
                </span>
              )}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
