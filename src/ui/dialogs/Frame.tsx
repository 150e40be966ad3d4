/** What every dialog has: a title, a way out, and the page behind it out of reach. */
import * as Dialog from '@radix-ui/react-dialog';
import { X } from 'lucide';
import type { ReactNode } from 'react';
import { words } from '../../words/index.ts';
import { Icon } from '../controls/Icon.tsx';
import { useLab } from '../hooks/lab.ts';
import '../styles/menus.css';

interface Props {
  readonly title: string;
  /** Said once, below the title. */
  readonly intro?: string;
  readonly className?: string;
  /** What closing it means, where it is no panel of the view. */
  readonly onClose?: () => void;
  readonly children: ReactNode;
}

/** A modal dialog; Escape, a press outside and the cross close it. */
export function Frame({ title, intro, className = '', onClose, children }: Props) {
  const { view } = useLab();
  const close = onClose ?? view.close;
  return (
    <Dialog.Root open onOpenChange={(isOpen) => isOpen || close()}>
      <Dialog.Portal>
        {/* Radix's own overlay writes a style element, which the page's policy refuses. */}
        <div className="overlay" />
        <Dialog.Content
          className={`dialog ${className}`}
          onOpenAutoFocus={(event) => {
            // The dialog itself, so that its title and first words are read before its first control.
            event.preventDefault();
            const dialog = event.currentTarget as HTMLElement;
            // A part of it that was asked for by itself has the focus already.
            if (!dialog.contains(document.activeElement)) dialog.focus();
          }}
          onCloseAutoFocus={(event) => {
            // What was chosen here may have moved the focus itself.
            if (document.activeElement !== document.body) event.preventDefault();
          }}
          {...(intro === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <header className="section-head">
            <Dialog.Title asChild>
              <h2>{title}</h2>
            </Dialog.Title>
            <Dialog.Close className="icon" aria-label={words.page.close}>
              <Icon of={X} size={18} />
            </Dialog.Close>
          </header>
          {intro !== undefined && <Dialog.Description className="hint">{intro}</Dialog.Description>}
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
