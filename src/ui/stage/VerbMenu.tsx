/** A menu of verbs beside a place on the page, for what is not a button of its own: a server in the picture. */
import * as DropdownMenu from '@radix-ui/react-dropdown-menu';
import { Fragment, useRef } from 'react';
import type { Spot } from '../../store/index.ts';
import { useLab } from '../hooks/lab.ts';
import type { Verb } from './verbs.ts';
import '../styles/menus.css';

interface Props {
  readonly label: string;
  readonly spot: Spot;
  readonly verbs: readonly Verb[];
}

/** A menu beside its place takes so much; where neither side has it, it hangs below. */
const roomPx = 200;

/** Closes when a verb is chosen, and gives the focus back to what it was opened from. */
export function VerbMenu({ label, spot: { x, y, width, height }, verbs }: Props) {
  const { view } = useLab();
  const opener = useRef(document.activeElement);
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(isOpen) => isOpen || view.closeMenu()}>
      <DropdownMenu.Trigger asChild>
        <button
          type="button"
          className="menu-anchor"
          aria-label={label}
          style={{ left: x, top: y, width, height }}
          tabIndex={-1}
        />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={placeFor(opener.current)}>
        <DropdownMenu.Content
          className="menu"
          aria-label={label}
          aria-labelledby={undefined}
          side={Math.max(x, innerWidth - x - width) < roomPx ? 'bottom' : 'right'}
          align="start"
          sideOffset={8}
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
            <Fragment key={verb.id}>
              {verb.isApart && <DropdownMenu.Separator className="menu-line" />}
              <VerbItem {...verb} />
            </Fragment>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

// A dialog lies over all else: what was asked for in one hangs in it.
const placeFor = (opener: Element | null): HTMLElement | null =>
  opener?.closest<HTMLElement>('[role=dialog]') ?? document.querySelector('main');

function VerbItem({ text, note, hint, isPossible, run }: Verb) {
  return (
    <DropdownMenu.Item className="menu-item" disabled={!isPossible} onSelect={run}>
      <span>
        {text}
        {note !== undefined && <small className="menu-note"> {note}</small>}
      </span>
      {hint !== undefined && (
        <span className="key" aria-hidden="true">
          {hint}
        </span>
      )}
    </DropdownMenu.Item>
  );
}
