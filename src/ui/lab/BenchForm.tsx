/** The frame of every bench's form: what is asked, shut while the bench works, and what begins and stops it. */
import type { ReactNode } from 'react';

interface FormProps {
  readonly label: string;
  readonly isBusy: boolean;
  readonly onBegin: () => void;
  readonly buttons: ReactNode;
  readonly children: ReactNode;
}

export function BenchForm({ label, isBusy, onBegin, buttons, children }: FormProps) {
  return (
    <form
      className="bench-form"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        onBegin();
      }}
    >
      <fieldset disabled={isBusy}>{children}</fieldset>
      <p className="verbs">{buttons}</p>
    </form>
  );
}

interface ButtonProps {
  readonly isBusy: boolean;
  readonly begin: string;
  readonly cancel: string;
  readonly onCancel: () => void;
}

export function BeginOrCancel({ isBusy, begin, cancel, onCancel }: ButtonProps) {
  return isBusy ? (
    // Another element than what begins: else the press that stops would go on to begin again.
    <button key="cancel" type="button" className="primary" onClick={onCancel}>
      {cancel}
    </button>
  ) : (
    <button key="begin" type="submit" className="primary">
      {begin}
    </button>
  );
}
