import { Compartment, EditorState, type ChangeSpec } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { useEffect, useRef, useState } from 'react';
import { languageSupport } from '../code/language-support';
import type { CodeEditorProps } from './code-editor';
import styles from './code-mirror.module.css';
import { baseExtensions } from './editor-extensions';
import { marking, showMarks } from './marks';

/**
 * CodeMirror inside a shadow root: there it uses adopted style sheets, which a content security policy without
 * 'unsafe-inline' allows, while in the plain document it would add style elements.
 */
export default function CodeMirror(properties: CodeEditorProps) {
  const { edited, language, label, description, marks } = properties;
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(null);
  const latest = useRef(properties);
  const [names] = useState(() => new Compartment());

  useEffect(() => {
    latest.current = properties;
  });

  useEffect(() => {
    if (!host.current) return undefined;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    const support = new Compartment();
    const view = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: edited.text,
        extensions: [
          keymap.of([
            { key: 'Mod-Enter', run: () => call(latest.current.onRun) },
            { key: 'Mod-Shift-Enter', run: () => call(latest.current.onSubmit) },
          ]),
          support.of([]),
          baseExtensions(language),
          names.of(named(latest.current)),
          marking,
          EditorView.updateListener.of((update) => {
            if (update.docChanged) edited.typed(update.state.doc.toString());
          }),
        ],
      }),
    });
    editor.current = view;
    latest.current.onShown?.();
    const stop = edited.onReplaced((text) =>
      view.dispatch({ changes: difference(view.state.doc.toString(), text) }),
    );
    let gone = false;
    void languageSupport(language).then((extension) => {
      if (!gone && extension) view.dispatch({ effects: support.reconfigure(extension) });
    });
    return () => {
      gone = true;
      stop();
      view.destroy();
      editor.current = null;
    };
  }, [edited, language, names]);

  useEffect(() => {
    editor.current?.dispatch({ effects: names.reconfigure(named({ label, description })) });
  }, [names, label, description]);

  useEffect(() => {
    editor.current?.dispatch({ effects: showMarks.of(marks ?? []) });
  }, [marks, edited, language]);

  return <div ref={host} className={styles.editor} data-editor="" />;
}

function named({ label, description }: Pick<CodeEditorProps, 'label' | 'description'>) {
  return EditorView.contentAttributes.of({ 'aria-label': label, 'aria-description': description });
}

/** The one piece in which the texts differ. Replacing no more than that leaves the cursor where it is. */
function difference(before: string, after: string): ChangeSpec {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}

function call(action: (() => void) | undefined): boolean {
  action?.();
  return action !== undefined;
}
