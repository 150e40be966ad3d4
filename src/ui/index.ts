import './styles/index.css';

export { App } from './App.tsx';
