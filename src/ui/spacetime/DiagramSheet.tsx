/** On a phone: the diagram on a sheet of its own, over the whole screen; time runs down where it is held upright. */
import { spacetime as said } from '../../words/index.ts';
import { Frame } from '../dialogs/Frame.tsx';
import { useLab } from '../hooks/lab.ts';
import { useIsSideways } from '../hooks/useIsSideways.ts';
import { Diagram, Tools } from './Diagram.tsx';

export function DiagramSheet() {
  const { view } = useLab();
  return (
    <Frame title={said.title} className="is-diagram" onClose={() => view.showDiagram('closed')}>
      <Tools />
      <Diagram isUpright={!useIsSideways()} />
    </Frame>
  );
}
