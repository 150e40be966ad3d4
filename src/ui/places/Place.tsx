/** What stands in the place of the picture on a desk, and over the whole page on a phone: the lab, the lessons, the editor. */
import { X } from 'lucide';
import { type ReactNode, Suspense, useEffect, useRef } from 'react';
import { beside } from '../../store/index.ts';
import { editor, course as said, words } from '../../words/index.ts';
import { Icon } from '../controls/Icon.tsx';
import { Frame } from '../dialogs/Frame.tsx';
import { useLab, useView } from '../hooks/lab.ts';
import { part } from '../parts.ts';

const LabPlace = part(() => import('../lab/LabPlace.tsx').then((loaded) => loaded.LabPlace));
const LabSheet = part(() => import('../lab/LabPlace.tsx').then((loaded) => loaded.LabSheet));
const LessonEditor = part(() =>
  import('../editor/LessonEditor.tsx').then((loaded) => loaded.LessonEditor),
);
const Contents = part(() => import('../course/Contents.tsx').then((loaded) => loaded.Contents));

const titles = { lessons: said.title, editor: editor.title };
type Titled = keyof typeof titles;

const isTitled = (panel: unknown): panel is Titled => Object.hasOwn(titles, String(panel));

/** The main part of the page, where it is not the picture. */
export function Place() {
  const panel = useView(beside);
  return (
    <Suspense fallback={<main />}>
      {panel === 'lab' && <LabPlace />}
      {isTitled(panel) && (
        <Page title={titles[panel]}>
          <Body panel={panel} />
        </Page>
      )}
    </Suspense>
  );
}

/** The same on a phone. */
export function PlaceSheet() {
  const panel = useView((state) => state.panel);
  return (
    <Suspense>
      {panel === 'lab' && <LabSheet />}
      {isTitled(panel) && (
        <Frame title={titles[panel]} className="is-sheet is-place">
          <Body panel={panel} />
        </Frame>
      )}
    </Suspense>
  );
}

function Body({ panel }: { readonly panel: Titled }) {
  return panel === 'lessons' ? <Contents /> : <LessonEditor />;
}

interface PageProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** The run in hand stands still meanwhile: nothing of it shall pass unseen. */
function Page({ title, children }: PageProps) {
  const { session, view } = useLab();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    session.pause();
    heading.current?.focus();
    return () => {
      // What had the focus has gone with the place; a lesson that was opened there takes it.
      const isLost = document.activeElement === document.body;
      if (isLost && view.store.getState().panel === null)
        document.getElementById('view-lessons')?.focus();
    };
  }, [session, view]);
  return (
    <main className="place" aria-labelledby="place-title">
      <header className="section-head">
        <h2 id="place-title" ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className="icon" aria-label={words.page.close} onClick={view.close}>
          <Icon of={X} size={18} />
        </button>
      </header>
      {children}
    </main>
  );
}
