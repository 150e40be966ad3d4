/** The events in view as ShiViz text, to the clipboard or as a file. */
import { useState } from 'react';
import { annalsOf, lastBy } from '../../timeline/index.ts';
import { firstFrom, weaveOf } from '../../viz/index.ts';
import { spacetime as said } from '../../words/index.ts';
import { copyText } from '../controls/copyText.ts';
import { type Lab, useLab } from '../hooks/lab.ts';
import { saveText } from '../share/saveText.ts';
import { windowOf } from './lensMoves.ts';
import { exported } from './said.ts';

interface Export {
  readonly copy: () => void;
  readonly download: () => void;
  /** Null: nothing was tried. */
  readonly isCopied: boolean | null;
}

export function useExport(): Export {
  const lab = useLab();
  const [isCopied, setCopied] = useState<boolean | null>(null);
  const copy = (): void => void copyText(textOf(lab)).then(setCopied);
  return { copy, download: () => saveText(said.file, textOf(lab)), isCopied };
}

function textOf({ session, view }: Lab): string {
  const { timeline } = session.store.getState();
  const lens = view.lens.getState();
  const { from, to } = windowOf(lens, timeline);
  const weave = weaveOf(annalsOf(timeline));
  const first = firstFrom(weave, lens.axis, from);
  const last =
    lens.axis === 'physical'
      ? lastBy(annalsOf(timeline), to)
      : firstFrom(weave, lens.axis, to + 0.5) - 1;
  return exported(timeline, first, last);
}
