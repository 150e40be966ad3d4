export { fileOf } from './storm/file.ts';
export { type Judge, type Outcome, type Storm, type Trouble, weather } from './storm/storm.ts';
