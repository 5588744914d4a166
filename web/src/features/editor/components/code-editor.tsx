import { lazy, Suspense } from 'react';
import { Loading } from '@/components/spinner';

export interface CodeEditorProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly language: string;
  readonly label: string;
  readonly description: string;
  readonly readOnly?: boolean;
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
