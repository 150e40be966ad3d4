/** For a room full of people: servers, logs and the sentence at twice their size; what steers comes when called. */
import { useEffect, useState } from 'react';
import { presenter as said } from '../../words/index.ts';
import { PresentedLesson } from '../course/PresentedLesson.tsx';
import { useLab } from '../hooks/lab.ts';
import '../styles/presenter.css';

/** The page that is laid out before it is enlarged, px: as small as a desk may be. */
const frame = { width: 1110, height: 625 };
/** How long what steers stays after the last move of the pointer or the focus. */
const awakeMs = 2500;

/** Lasts while it is drawn: leaving it gives everything back as it was. */
export function Presenter() {
  const { view } = useLab();
  const isAwake = useAwake();
  useEnlarged(isAwake);
  const isBlank = useBlank();
  return (
    <>
      <button type="button" className="leave" onClick={() => view.present(false)}>
        {said.leave}
      </button>
      <PresentedLesson />
      {isBlank && <div className="blank" role="img" aria-label={said.blank} />}
    </>
  );
}

function useEnlarged(isAwake: boolean): void {
  useEffect(() => {
    const root = document.documentElement;
    root.dataset.presenting = isAwake ? 'awake' : 'asleep';
    const enlarge = (): void => {
      const scale = Math.min(innerWidth / frame.width, innerHeight / frame.height);
      root.style.setProperty('--scale', String(Math.max(1, scale)));
    };
    enlarge();
    addEventListener('resize', enlarge);
    return () => {
      removeEventListener('resize', enlarge);
      root.style.removeProperty('--scale');
      delete root.dataset.presenting;
    };
  }, [isAwake]);
}

/** Awake at first, so that one sees what there is. */
function useAwake(): boolean {
  const [isAwake, setAwake] = useState(true);
  useEffect(() => {
    let timer = setTimeout(() => setAwake(false), awakeMs);
    const wake = (): void => {
      clearTimeout(timer);
      setAwake(true);
      timer = setTimeout(() => setAwake(false), awakeMs);
    };
    const signs = ['pointermove', 'pointerdown', 'focusin'] as const;
    for (const sign of signs) addEventListener(sign, wake);
    return () => {
      clearTimeout(timer);
      for (const sign of signs) removeEventListener(sign, wake);
    };
  }, []);
  return isAwake;
}

/** A presenter's remote sends a full stop for "show nothing", where the page would step. */
function useBlank(): boolean {
  const [isBlank, setBlank] = useState(false);
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.key !== '.') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      setBlank((was) => !was);
    };
    addEventListener('keydown', hear, { capture: true });
    return () => removeEventListener('keydown', hear, { capture: true });
  }, []);
  return isBlank;
}
