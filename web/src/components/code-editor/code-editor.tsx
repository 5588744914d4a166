import { lazy, Suspense } from 'react';
import type { CompilerMark } from '@/lib/judging/compiler-marks';
import { Loading } from '../spinner';

/**
 * A text in the editor. Once the editor is open the text is the editor's: it reports each change at once, and takes
 * another text only as a command. What it reported never comes back to it, so that nothing typed meanwhile is undone.
 */
export interface EditedText {
  readonly text: string;
  readonly typed: (text: string) => void;
  /** Calls the listener with a text that the editor must show. Returns how to stop. */
  readonly onReplaced: (listener: (text: string) => void) => () => void;
}

export interface CodeEditorProps {
  /** Mount anew for another one. */
  readonly edited: EditedText;
  readonly language: string;
  readonly label: string;
  readonly description: string;
  /** Shown beside their lines until there are others. */
  readonly marks?: readonly CompilerMark[];
  /** The editor is on the page. */
  readonly onShown?: () => void;
  readonly onRun?: () => void;
  readonly onSubmit?: () => void;
}

const CodeMirror = lazy(() => import('./code-mirror'));

/** The editor is the largest part of the app, so it arrives by itself while the statement is being read. */
export function CodeEditor(properties: CodeEditorProps) {
  return (
    <Suspense fallback={<Loading />}>
      <CodeMirror {...properties} />
    </Suspense>
  );
}
