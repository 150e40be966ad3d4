/** Lessons that come from outside: dropped on the page, pasted into it, or named in its address. */
import { useEffect, useState } from 'react';
import { lessonMark, lessonPlaceIn, takeAddress } from '../../store/index.ts';
import { course as said, words } from '../../words/index.ts';
import { type Lab, useLab } from '../hooks/lab.ts';
import { namer, opener } from '../scenario/opener.ts';

/** What goes wrong is said where the eye is. */
async function take<Opener>(
  { session }: Lab,
  opener: () => Promise<Opener>,
  by: (opener: Opener) => Promise<string | null>,
) {
  const trouble = await opener().then(by, () => words.scenario.unavailable);
  if (trouble !== null) session.say(trouble);
}

/** A line over the page while a file hangs over it. */
export function Incoming() {
  const lab = useLab();
  const [isOver, setOver] = useState(false);
  useEffect(() => listen(lab, setOver), [lab]);
  return isOver ? <p className="drop-hint">{said.own.drop}</p> : null;
}

function listen(lab: Lab, setOver: (isOver: boolean) => void): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const hasFiles = ({ dataTransfer }: DragEvent): boolean =>
    dataTransfer?.types.includes('Files') === true;
  const over = (event: DragEvent): void => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent): void => {
    setOver(false);
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    void take(lab, opener, ({ openFile }) => openFile(lab, file));
  };
  document.addEventListener('dragover', over, { signal });
  document.addEventListener('drop', drop, { signal });
  document.addEventListener(
    'dragleave',
    ({ relatedTarget }) => relatedTarget === null && setOver(false),
    { signal },
  );
  document.addEventListener('paste', (event) => paste(lab, event), { signal });
  const named = (): void => followNamed(lab);
  addEventListener('hashchange', named, { signal });
  named();
  return () => listening.abort();
}

const typing = 'input, textarea, [data-typing]';

/** A text that says of itself that it is a scenario; any other is somebody else's. */
function paste(lab: Lab, event: ClipboardEvent): void {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const isTyping = event.target instanceof Element && event.target.closest(typing) !== null;
  if (isTyping || !/^\s*["']?quorate["']?\s*:/m.test(text)) return;
  event.preventDefault();
  void take(lab, opener, ({ openTyped }) => openTyped(lab, text));
}

/** `#lesson=L02` or `#lesson=https://…`, once: a reload finds the run in hand. */
function followNamed(lab: Lab): void {
  const place = lessonPlaceIn(takeAddress(lessonMark) ?? '');
  if (place !== null) void take(lab, namer, ({ openPlace }) => openPlace(lab, place));
}
