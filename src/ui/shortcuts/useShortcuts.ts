/** Listens to the keys from the first moment; what they do comes after the page is drawn. */
import { useEffect } from 'react';
import { useLab } from '../hooks/lab.ts';

/** Puts the table of shortcuts to work for as long as the page stands. */
export function useShortcuts(): void {
  const lab = useLab();
  useEffect(() => {
    const early: KeyboardEvent[] = [];
    let heed = (event: KeyboardEvent): void => void early.push(event);
    const listen = (event: KeyboardEvent): void => heed(event);
    addEventListener('keydown', listen);
    import('./heed.ts').then(
      ({ heedKeys }) => {
        heed = heedKeys(lab);
        early.forEach(heed);
      },
      // Without its keys the page still has its buttons.
      () => {},
    );
    return () => removeEventListener('keydown', listen);
  }, [lab]);
}
