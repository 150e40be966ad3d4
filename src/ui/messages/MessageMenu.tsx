/** The menu of a message in the picture. */
import type { Spot } from '../../store/index.ts';
import { messages as said } from '../../words/index.ts';
import { useLab, useTimeline } from '../hooks/lab.ts';
import { VerbMenu } from '../stage/VerbMenu.tsx';
import { envelopeOf, messageVerbs, readingVerbs } from './messageVerbs.ts';

interface Props {
  readonly message: number;
  readonly spot: Spot;
}

/** Nothing once the message has arrived. */
export function MessageMenu({ message, spot }: Props) {
  const lab = useLab();
  const { world, run } = useTimeline();
  const envelope = envelopeOf(world, message);
  if (envelope === undefined) return null;
  const { from, to } = envelope.message;
  const { names } = run.setup;
  return (
    <VerbMenu
      label={said.menu(names[from] ?? '', names[to] ?? '')}
      spot={spot}
      verbs={[...messageVerbs(lab, envelope), ...readingVerbs(lab, message)]}
    />
  );
}
