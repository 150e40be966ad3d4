/** What is drawn the moment after the first view, in one file: a file for each would cost a request each. */
export { Splitter } from './controls/Splitter.tsx';
export { Dialogs } from './dialogs/Dialogs.tsx';
export { Modified } from './header/Modified.tsx';
export { Views } from './header/Views.tsx';
export { LanguageOffer } from './languages/LanguageOffer.tsx';
export { Arrival } from './narration/Arrival.tsx';
export { Troubles } from './narration/Troubles.tsx';
export { Place } from './places/Place.tsx';
export { LastQuorum } from './quorums/LastQuorum.tsx';
export { ScenarioPicker } from './scenario/ScenarioPicker.tsx';
export { Menus } from './stage/Menus.tsx';
export { StageTools } from './stage/StageTools.tsx';
export { Doors } from './start/Doors.tsx';
export { Wondering } from './wonder/Wondering.tsx';
