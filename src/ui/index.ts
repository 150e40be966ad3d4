import './styles/index.css';

export { App } from './App.tsx';
export { notePlaces } from './quickStart.ts';

/** The page in a frame of somebody else's: loaded only where it is one. */
export const loadEmbed = (): Promise<typeof import('./embed/embed.tsx')> =>
  import('./embed/embed.tsx');
