/** The theme and the stillness in force, told to the styles. */
import { useEffect } from 'react';
import { isStill, themeOf } from '../../store/index.ts';
import { useView } from './lab.ts';

/** For as long as the page stands. */
export function useTheme(): void {
  const theme = useView(themeOf);
  const motion = useView(isStill) ? 'still' : 'moving';
  useEffect(() => {
    Object.assign(document.documentElement.dataset, { theme, motion });
  }, [theme, motion]);
}
