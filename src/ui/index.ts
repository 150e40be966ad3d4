import './styles/index.css';

export { App } from './App.tsx';
export { loadTheRest } from './later.ts';
