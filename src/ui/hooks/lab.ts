/** The one session, playback and view of the page, and how components listen to them. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Playback, Session, SessionState, View, ViewState } from '../../store/index.ts';
import type { Timeline } from '../../timeline/index.ts';

export interface Lab {
  readonly session: Session;
  readonly playback: Playback;
  readonly view: View;
}

export const LabContext = createContext<Lab | null>(null);

/** The laboratory this component stands in. */
export function useLab(): Lab {
  const lab = useContext(LabContext);
  if (lab === null) throw new Error('no laboratory around this component');
  return lab;
}

/** A part of the session; the component renders when that part changes. */
export const useSession = <T>(select: (state: SessionState) => T): T =>
  useStore(useLab().session.store, select);

/** A part of the view. */
export const useView = <T>(select: (state: ViewState) => T): T =>
  useStore(useLab().view.store, select);

/** The timeline, which changes in place: the component renders when it did, at most ten times a second in play. */
export function useTimeline(): Timeline {
  useSession(({ version }) => version);
  return useSession(({ timeline }) => timeline);
}
