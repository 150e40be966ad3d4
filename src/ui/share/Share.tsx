/** A moment as a link, and a link as a moment. */
import { type ChangeEvent, type FormEvent, useEffect, useId, useRef, useState } from 'react';
import {
  follow,
  type Link,
  lessonAddress,
  lessonPlaceOf,
  linkTo,
  longestLink,
  lookOf,
} from '../../store/index.ts';
import { fileWords, share as said } from '../../words/index.ts';
import { Choice } from '../controls/Choice.tsx';
import { copyText } from '../controls/copyText.ts';
import { Toggle } from '../controls/Toggle.tsx';
import { useCourse } from '../course/now.ts';
import { Frame } from '../dialogs/Frame.tsx';
import { useLab, useTimeline } from '../hooks/lab.ts';
import { EmbedHtml } from './EmbedHtml.tsx';
import '../styles/branches.css';

/** What is shared is the moment at which the dialog was opened: time stands still meanwhile. */
export function Share() {
  return (
    <Frame title={said.title} intro={said.intro}>
      <Outgoing />
      <Incoming />
    </Frame>
  );
}

function Outgoing() {
  const lesson = useLessonLink();
  const [isOfLesson, setOfLesson] = useState(false);
  if (lesson === null) return <Moment />;
  return (
    <>
      <Choice
        label={said.what}
        value={isOfLesson ? 'lesson' : 'moment'}
        options={[
          { value: 'moment', text: said.moment },
          { value: 'lesson', text: said.lesson },
        ]}
        onChange={(value) => setOfLesson(value === 'lesson')}
      />
      {isOfLesson ? <OfLesson address={lesson} /> : <Moment />}
    </>
  );
}

/** The lesson in hand from its stop, as an address; null: none is, or nobody knows where it lies. */
function useLessonLink(): string | null {
  const state = useCourse()?.store.getState();
  const place = state === undefined ? null : lessonPlaceOf(state);
  return place === null ? null : lessonAddress(place);
}

function OfLesson({ address }: { readonly address: string }) {
  return (
    <section className="share-out">
      <Short address={address} />
      <p className="hint">{said.lessonHint}</p>
      <EmbedHtml address={address} isLesson />
    </section>
  );
}

function Moment() {
  const lab = useLab();
  const [link, setLink] = useState<Link | null>(null);
  const [plays, setPlays] = useState(false);
  const { rulesOff } = useTimeline().world;
  useEffect(() => {
    lab.session.pause();
    const state = lab.session.store.getState();
    void linkTo(state, lookOf(lab.view, state.speed), plays).then(setLink);
  }, [lab, plays]);
  if (link === null) return <p className="hint">{said.making}</p>;
  return (
    <section className="share-out">
      {link.isTooLong ? <TooLong link={link} /> : <Short address={link.address} />}
      <p className="hint">
        <span className="share-state">{said.state(link.fingerprint)}</span>
        {!link.isTooLong && ` · ${said.characters(link.address.length)}`}
      </p>
      <Toggle label={said.plays} note={said.playsHint} isOn={plays} onChange={setPlays} />
      {rulesOff.length > 0 && <p className="hint">{said.modified(rulesOff)}</p>}
      <EmbedHtml address={link.address} />
    </section>
  );
}

function Short({ address }: { readonly address: string }) {
  const [done, setDone] = useState('');
  const id = useId();
  const copy = async (): Promise<void> =>
    setDone((await copyText(address)) ? said.copied : said.notCopied);
  return (
    <>
      <label className="hidden" htmlFor={id}>
        {said.link}
      </label>
      <textarea
        id={id}
        readOnly
        rows={4}
        value={address}
        onFocus={({ target }) => target.select()}
      />
      <p className="verbs">
        <button type="button" className="primary" onClick={copy}>
          {said.copy}
        </button>
        <SaveButton address={address} />
        <span role="status">{done}</span>
      </p>
    </>
  );
}

function TooLong({ link }: { readonly link: Link }) {
  return (
    <>
      <p>{said.tooLong(link.address.length, longestLink)}</p>
      <p className="verbs">
        <SaveButton address={link.address} />
      </p>
    </>
  );
}

function SaveButton({ address }: { readonly address: string }) {
  return (
    <a
      className="button"
      href={`data:text/plain;charset=utf-8,${encodeURIComponent(address)}`}
      download={said.fileName}
    >
      {said.download}
    </a>
  );
}

function Incoming() {
  const { session, view } = useLab();
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const open = async (from: string): Promise<void> => {
    session.say(null);
    if (!(await follow(session, view, from))) {
      setTrouble(session.store.getState().trouble ?? said.noLink);
      return;
    }
    // The link may have opened a panel of its own in the place of this dialog.
    if (view.store.getState().panel === 'share') view.close();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void open(text);
  };
  const read = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const [chosen] = target.files ?? [];
    target.value = '';
    if (chosen !== undefined)
      chosen.text().then(open, () => setTrouble(fileWords.noText(chosen.name)));
  };
  return (
    <form className="share-in" onSubmit={submit}>
      <h3>{said.open}</h3>
      <div className="fields">
        <label className="hidden" htmlFor={id}>
          {said.paste}
        </label>
        <input
          id={id}
          type="text"
          className="is-long"
          placeholder={said.paste}
          value={text}
          aria-invalid={trouble !== null}
          aria-describedby={trouble === null ? undefined : `${id}-trouble`}
          onChange={({ target }) => setText(target.value)}
        />
        <button type="submit" disabled={text.trim() === ''}>
          {said.openIt}
        </button>
        <button type="button" onClick={() => file.current?.click()}>
          {said.file}
        </button>
        <input ref={file} hidden type="file" accept=".txt" aria-label={said.file} onChange={read} />
      </div>
      {trouble !== null && (
        <p className="field-trouble" role="alert" id={`${id}-trouble`}>
          {trouble}
        </p>
      )}
    </form>
  );
}
