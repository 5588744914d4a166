import { Compartment, EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import type { CodeEditorProps } from './code-editor';
import styles from './code-mirror.module.css';
import { baseExtensions } from './editor-extensions';
import { languageSupport } from './language-support';

/**
 * CodeMirror inside a shadow root: there it uses adopted style sheets, which a content security policy without
 * 'unsafe-inline' allows, while in the plain document it would add style elements.
 */
export default function CodeMirror(properties: CodeEditorProps) {
  const { value, language, label, description, readOnly = false } = properties;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const latest = useRef(properties);
  const start = useRef({ value, language, label, description, readOnly });

  useEffect(() => {
    latest.current = properties;
  });

  useEffect(() => {
    if (!host.current) return undefined;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    const support = new Compartment();
    const editor = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: start.current.value,
        extensions: [
          keymap.of([
            { key: 'Mod-Enter', run: () => call(latest.current.onRun) },
            { key: 'Mod-Shift-Enter', run: () => call(latest.current.onSubmit) },
          ]),
          support.of([]),
          baseExtensions(start.current.language),
          EditorState.readOnly.of(start.current.readOnly),
          EditorView.contentAttributes.of({
            'aria-label': start.current.label,
            'aria-description': start.current.description,
            ...(start.current.readOnly && { 'aria-readonly': 'true', tabindex: '0' }),
          }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current.onChange(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    let gone = false;
    void languageSupport(start.current.language).then((extension) => {
      if (!gone && extension) editor.dispatch({ effects: support.reconfigure(extension) });
    });
    return () => {
      gone = true;
      editor.destroy();
      view.current = null;
    };
  }, []);

  // A text from outside (starting over) replaces the document as one step that can be undone.
  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === value) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
  }, [value]);

  return <div ref={host} className={styles.editor} />;
}

function call(action: (() => void) | undefined): boolean {
  action?.();
  return action !== undefined;
}
