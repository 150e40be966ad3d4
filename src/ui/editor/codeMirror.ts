/**
 * The editor of a lesson. It stands in a shadow of its own: there its styles are sheets that are adopted, where a style
 * element would be refused by the policy of the page.
 */
import { autocompletion, type CompletionContext, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, linter, lintGutter } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
  tooltips,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Suggestions } from '../../scenario/index.ts';

/** Something to be said of a line. */
export interface Remark {
  /** From 1. */
  readonly line: number;
  readonly severity: 'error' | 'warning';
  readonly text: string;
}

export interface Wanted {
  readonly label: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly suggest: (text: string, offset: number) => Suggestions;
  readonly remarksOn: (text: string) => readonly Remark[];
}

export interface Editor {
  /** Puts another text in the place of all; it can be undone. */
  readonly replace: (text: string) => void;
  readonly goToLine: (line: number) => void;
  readonly destroy: () => void;
}

/** ms after the last key until the text is looked at. */
const restMs = 400;

/** An editor within `host`, which has nothing else in it. */
export function createEditor(host: HTMLElement, wanted: Wanted): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const view = new EditorView({ root, parent: root, state: stateOf(wanted, root) });
  // Within the text Escape is the way out of it, and not out of the page that holds it.
  host.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') event.stopPropagation();
  });
  return {
    replace: (text) =>
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    goToLine: (line) => {
      const { from } = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
      view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
      view.focus();
    },
    destroy: () => view.destroy(),
  };
}

const stateOf = (wanted: Wanted, root: ShadowRoot): EditorState =>
  EditorState.create({
    doc: wanted.text,
    extensions: [
      lineNumbers(),
      history(),
      drawSelection(),
      highlightActiveLine(),
      EditorView.lineWrapping,
      indentUnit.of('  '),
      yaml(),
      syntaxHighlighting(colours),
      look,
      autocompletion({ override: [(context) => complete(context, wanted)], icons: false }),
      linter(
        ({ state }) => wanted.remarksOn(state.doc.toString()).map((one) => marked(one, state)),
        {
          delay: restMs,
        },
      ),
      lintGutter(),
      tooltips({
        parent: root as unknown as HTMLElement,
        tooltipSpace: () => root.host.getBoundingClientRect(),
      }),
      // Escape, then Tab leaves the editor, as everywhere in it (2.1.2).
      keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap, indentWithTab]),
      EditorView.contentAttributes.of({
        'aria-label': wanted.label,
        spellcheck: 'false',
        tabindex: '0',
      }),
      EditorView.updateListener.of(({ docChanged, state }) => {
        if (docChanged) wanted.onChange(state.doc.toString());
      }),
    ],
  });

function complete({ state, pos, explicit }: CompletionContext, { suggest }: Wanted) {
  const { from, all } = suggest(state.doc.toString(), pos);
  // Nothing is offered where nothing was begun, unless it was asked for.
  if (all.length === 0 || (!explicit && from === pos)) return null;
  const options = all.map(({ label, isKey }) => ({
    label,
    type: isKey ? 'property' : 'constant',
    apply: isKey ? `${label}: ` : label,
  }));
  return { from, options, validFor: /^[\w.]*$/ };
}

function marked({ line, severity, text }: Remark, { doc }: EditorState): Diagnostic {
  const { from, to } = doc.line(Math.min(Math.max(1, line), doc.lines));
  return { from, to, severity, message: text };
}

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--accent)' },
  { tag: tags.definition(tags.propertyName), color: 'var(--accent)' },
  { tag: [tags.comment, tags.lineComment], color: 'var(--soft)', fontStyle: 'italic' },
  { tag: [tags.string, tags.content], color: 'var(--ink)' },
  { tag: [tags.number, tags.bool, tags.keyword], color: 'var(--commit)' },
]);

/** Of the page's own colours, light and dark. */
const look = EditorView.theme({
  '&': { height: '100%', background: 'var(--sheet)', color: 'var(--ink)', fontSize: '13px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.55' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': {
    border: '0',
    background: 'var(--sheet)',
    color: 'var(--soft)',
  },
  '.cm-activeLine, .cm-activeLineGutter': { background: 'var(--wash)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground':
    { background: 'color-mix(in srgb, var(--accent) 24%, transparent)' },
  '.cm-tooltip': {
    maxWidth: '420px',
    border: '1px solid var(--edge)',
    background: 'var(--sheet)',
    color: 'var(--ink)',
  },
  '.cm-tooltip-autocomplete ul li': { padding: '2px 8px' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    background: 'var(--ink)',
    color: 'var(--paper)',
  },
  '.cm-diagnostic': { fontFamily: 'var(--face)' },
});
