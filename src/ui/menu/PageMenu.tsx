/** The menu of the page: every act that has a key, by what it is about. What it is done to is selected before. */

import * as DropdownMenu from '@radix-ui/react-dropdown-menu';
import { ChevronRight } from 'lucide';
import { keys } from '../../words/index.ts';
import { Icon } from '../controls/Icon.tsx';
import { useLab } from '../hooks/lab.ts';
import { perform } from '../shortcuts/perform.ts';
import { acts } from '../shortcuts/table.ts';
import '../styles/menus.css';

const groups = Object.keys(keys.groups) as (keyof typeof keys.groups)[];

/** Hangs below its button in the header. */
export function PageMenu() {
  const { view } = useLab();
  const opener = document.getElementById('page-menu');
  const { left = 0, bottom = 0 } = opener?.getBoundingClientRect() ?? {};
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(isOpen) => isOpen || view.close()}>
      <DropdownMenu.Trigger asChild>
        <button
          type="button"
          className="menu-anchor"
          aria-label={keys.menu}
          style={{ left, top: bottom }}
          tabIndex={-1}
        />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={document.querySelector('main')}>
        <DropdownMenu.Content
          className="menu"
          aria-label={keys.menu}
          aria-labelledby={undefined}
          align="end"
          collisionPadding={8}
          loop
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (document.activeElement === document.body) opener?.focus();
          }}
        >
          {groups.map((group) => (
            <DropdownMenu.Sub key={group}>
              <DropdownMenu.SubTrigger className="menu-item">
                <span>{keys.groups[group]}</span>
                <Icon of={ChevronRight} size={16} />
              </DropdownMenu.SubTrigger>
              <DropdownMenu.Portal container={document.querySelector('main')}>
                <DropdownMenu.SubContent className="menu" collisionPadding={8} loop>
                  <Items group={group} />
                </DropdownMenu.SubContent>
              </DropdownMenu.Portal>
            </DropdownMenu.Sub>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Items({ group }: { readonly group: keyof typeof keys.groups }) {
  const lab = useLab();
  return acts
    .filter((act) => act.group === group)
    .map(({ id, shown, run }) => (
      <DropdownMenu.Item
        key={id}
        className="menu-item"
        onSelect={(event) => {
          // Closed already by then: what the act opens must not be closed after it.
          event.preventDefault();
          perform(lab, () => run(lab, ''));
        }}
      >
        <span>{keys.does[id]}</span>
        <span className="key" aria-hidden="true">
          {shown[0]}
        </span>
      </DropdownMenu.Item>
    ));
}
