/** The moment, or the lesson, as a frame for somebody's own page: its HTML, and how large it will be. */
import { type CSSProperties, useId, useState } from 'react';
import { embedOf } from '../../store/index.ts';
import { embed as said, share } from '../../words/index.ts';
import { Choice } from '../controls/Choice.tsx';
import { copyText } from '../controls/copyText.ts';
import '../styles/embedHtml.css';

/** Beside a paragraph, across a column, across a page; px. The logs have a place from 640 × 400 on, with a lesson in the last. */
const sizes = {
  moment: {
    small: { width: 360, height: 300 },
    usual: { width: 600, height: 400 },
    large: { width: 800, height: 580 },
  },
  lesson: {
    small: { width: 400, height: 640 },
    usual: { width: 800, height: 560 },
    large: { width: 1000, height: 640 },
  },
};
type Size = keyof typeof sizes.moment;
type Pixels = (typeof sizes.moment)[Size];
const names = Object.keys(sizes.moment) as Size[];

interface Props {
  readonly address: string;
  readonly isLesson?: boolean;
}

/** Closed at first: few want it. */
export function EmbedHtml({ address, isLesson = false }: Props) {
  const [size, setSize] = useState<Size>('usual');
  const [done, setDone] = useState('');
  const all = sizes[isLesson ? 'lesson' : 'moment'];
  const id = useId();
  const html = htmlOf(address, all[size]);
  const copy = async (): Promise<void> =>
    setDone((await copyText(html)) ? share.copied : share.notCopied);
  return (
    <details className="share-embed">
      <summary>{said.title}</summary>
      <p className="hint">{isLesson ? said.lessonIntro : said.intro}</p>
      <Choice
        label={said.size}
        value={size}
        options={names.map((value) => ({ value, text: said.pixels(all[value]) }))}
        onChange={(value) => setSize(value as Size)}
      />
      <Preview size={all[size]} isLesson={isLesson} />
      <label className="hidden" htmlFor={id}>
        {said.html}
      </label>
      <textarea id={id} readOnly rows={4} value={html} onFocus={({ target }) => target.select()} />
      <p className="verbs">
        <button type="button" onClick={copy}>
          {said.copy}
        </button>
        <span role="status">{done}</span>
      </p>
    </details>
  );
}

/** Nothing of an address has to be escaped but what parts its marks. */
function htmlOf(address: string, { width, height }: Pixels): string {
  const source = embedOf(address).replaceAll('&', '&amp;');
  return `<iframe src="${source}" title="${said.name}" width="${width}" height="${height}" loading="lazy" style="max-width: 100%; border: 1px solid #dcd8cc"></iframe>`;
}

/** Where picture, sentence and time will stand, and what a lesson says. */
function Preview({ size, isLesson }: { readonly size: Pixels; readonly isLesson: boolean }) {
  const { width, height } = size;
  const style = { '--wide': `${width / 4}px`, '--high': `${height / 4}px` } as CSSProperties;
  const classes = ['embed-preview'];
  if (isLesson) classes.push('is-lesson');
  if (height > width) classes.push('is-high');
  return (
    <figure className={classes.join(' ')} style={style}>
      <div aria-hidden="true">
        <i />
        <i />
        <i />
      </div>
      <figcaption>{said.preview(size)}</figcaption>
    </figure>
  );
}
