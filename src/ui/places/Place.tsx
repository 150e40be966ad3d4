/** What stands in the place of the picture on a desk, and over the whole page on a phone: the lab, the lessons, the editor. */
import { type ReactNode, Suspense } from 'react';
import { beside } from '../../store/index.ts';
import { editor, course as said, words } from '../../words/index.ts';
import { Cross } from '../controls/Cross.tsx';
import { Frame } from '../dialogs/Frame.tsx';
import { useLab, useView } from '../hooks/lab.ts';
import { part } from '../parts.ts';
import { usePlace } from './usePlace.ts';

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

function Page({ title, children }: PageProps) {
  const { view } = useLab();
  const heading = usePlace('view-lessons');
  return (
    <main className="place" aria-labelledby="place-title">
      <header className="section-head">
        <h2 id="place-title" ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <Cross label={words.page.close} onPress={view.close} size={18} />
      </header>
      {children}
    </main>
  );
}
