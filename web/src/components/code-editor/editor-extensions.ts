import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import {
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from '@codemirror/language';
import { EditorState, type Extension } from '@codemirror/state';
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { codeColours } from '../code/code-colours';

const highlighting = HighlightStyle.define(
  codeColours.map(({ tag, part }) => ({
    tag,
    color: `var(--code-${part})`,
    ...(part === 'comment' && { fontStyle: 'italic' }),
  })),
);

/** Colours are the page's custom properties, so the editor follows the theme without being told. */
const theme = EditorView.theme({
  '&': { flex: '1', minWidth: '0', height: '100%', color: 'var(--ink)', fontSize: '0.9375rem' },
  '&.cm-focused': { outline: '3px solid var(--focus)', outlineOffset: '-3px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.55', fontVariantLigatures: 'none' },
  '.cm-content': { padding: '0.625rem 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 0.75rem' },
  '.cm-gutters': {
    backgroundColor: 'var(--surface)',
    color: 'var(--ink-soft)',
    border: 'none',
    paddingLeft: '0.25rem',
  },
  '.cm-activeLine, .cm-activeLineGutter': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 7%, transparent)',
  },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--accent-soft)',
    outline: '1px solid var(--accent)',
  },
  '.cm-nonmatchingBracket, &.cm-focused .cm-nonmatchingBracket': {
    backgroundColor: 'var(--bad-soft)',
    color: 'var(--bad)',
  },
});

const twoSpaces = new Set(['javascript', 'typescript']);

export function baseExtensions(language: string): Extension {
  const indent = language === 'go' ? '\t' : ' '.repeat(twoSpaces.has(language) ? 2 : 4);
  return [
    lineNumbers(),
    history(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    syntaxHighlighting(highlighting),
    theme,
    EditorState.tabSize.of(4),
    indentUnit.of(indent),
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, indentWithTab]),
  ];
}
