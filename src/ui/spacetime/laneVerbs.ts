/** Moving a server's lane in the diagram, as verbs of its menu. */
import { spacetime as said } from '../../words/index.ts';
import type { Lab } from '../hooks/lab.ts';
import type { Verb } from '../stage/verbs.ts';
import { orderIn, shiftLane } from './laneOrder.ts';

export function laneVerbs(lab: Lab, server: number): readonly Verb[] {
  const order = orderIn(lab);
  const place = order.indexOf(server);
  return [
    {
      id: 'laneUp',
      text: said.lanes.lying.before,
      isPossible: place > 0,
      run: () => void shiftLane(lab, server, -1),
    },
    {
      id: 'laneDown',
      text: said.lanes.lying.after,
      isPossible: place < order.length - 1,
      run: () => void shiftLane(lab, server, 1),
    },
  ];
}
