/**
 * A desk is put together piece by piece, each when the one before it is painted: all of it at once would be laid out in
 * one go, and what is pressed meanwhile would have to wait.
 */
import {
  createContext,
  type ReactNode,
  startTransition,
  useContext,
  useEffect,
  useState,
} from 'react';

/** The picture stands there from the start. */
const order = [
  'narration',
  'header',
  'logs',
  'clients',
  'transport',
  'tools',
  'views',
  'doors',
] as const;
type Piece = (typeof order)[number];

/** The first of those whose code comes after the first view, in one file. */
const firstLater = order.indexOf('tools');

/** How many of them may stand there by now; all, where nobody says otherwise. */
const TurnContext = createContext<number>(order.length);

interface TurnsProps {
  /** Settles when the code of the later pieces is there. */
  readonly later: () => Promise<unknown>;
  readonly children: ReactNode;
}

/** What is in it comes in turns, at its first time. */
export function Turns({ later, children }: TurnsProps) {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (turn === order.length) return;
    // The frame that is about to be painted has the piece before; the next one is prepared when it is done.
    let frame = 0;
    const go = (): void => {
      frame = requestAnimationFrame(() => startTransition(() => setTurn(turn + 1)));
    };
    // Without its code a piece says itself that it cannot come.
    if (turn === firstLater) later().then(go, go);
    else go();
    return () => cancelAnimationFrame(frame);
  }, [turn, later]);
  return <TurnContext value={turn}>{children}</TurnContext>;
}

interface TurnProps {
  readonly of: Piece;
  /** What keeps its room until then. */
  readonly otherwise?: ReactNode;
  readonly children: ReactNode;
}

/** A piece, when its turn has come. */
export function Turn({ of, otherwise = null, children }: TurnProps) {
  return useContext(TurnContext) > order.indexOf(of) ? children : otherwise;
}
