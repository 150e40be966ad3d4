/** The moment as a frame for somebody's own page: its HTML, and how large it will be. */
import { type CSSProperties, useId, useState } from 'react';
import { embedOf, type Link } from '../../store/index.ts';
import { embed as said, share } from '../../words/index.ts';
import { Choice } from '../controls/Choice.tsx';
import { copyText } from '../controls/copyText.ts';
import '../styles/embedHtml.css';

/** Beside a paragraph, across a column, across a page; px. */
const sizes = {
  small: { width: 360, height: 300 },
  usual: { width: 600, height: 400 },
  large: { width: 800, height: 580 },
};
type Size = keyof typeof sizes;
const names = Object.keys(sizes) as Size[];

/** Closed at first: few want it. */
export function EmbedHtml({ link }: { readonly link: Link }) {
  const [size, setSize] = useState<Size>('usual');
  const [done, setDone] = useState('');
  const id = useId();
  const html = htmlOf(link.address, size);
  const copy = async (): Promise<void> =>
    setDone((await copyText(html)) ? share.copied : share.notCopied);
  return (
    <details className="share-embed">
      <summary>{said.title}</summary>
      <p className="hint">{said.intro}</p>
      <Choice
        label={said.size}
        value={size}
        options={names.map((value) => ({ value, text: said.pixels(sizes[value]) }))}
        onChange={(value) => setSize(value as Size)}
      />
      <Preview size={size} />
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
function htmlOf(address: string, size: Size): string {
  const { width, height } = sizes[size];
  const source = embedOf(address).replaceAll('&', '&amp;');
  return `<iframe src="${source}" title="${said.name}" width="${width}" height="${height}" loading="lazy" style="max-width: 100%; border: 1px solid #dcd8cc"></iframe>`;
}

/** Where picture, sentence and time will stand. */
function Preview({ size }: { readonly size: Size }) {
  const { width, height } = sizes[size];
  const style = { '--wide': `${width / 4}px`, '--high': `${height / 4}px` } as CSSProperties;
  return (
    <figure className="embed-preview" style={style}>
      <div aria-hidden="true">
        <i />
        <i />
        <i />
      </div>
      <figcaption>{said.preview(sizes[size])}</figcaption>
    </figure>
  );
}
