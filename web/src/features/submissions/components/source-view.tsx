import type { ReactNode } from 'react';
import { CodeView } from '@/components/code/code-view';
import type { SourceFile } from '../api/judging';
import styles from './source-view.module.css';

interface SourceViewProps {
  readonly files: readonly SourceFile[];
  readonly language: string;
  readonly label: string;
  /** What can be done with the code, beside its name. */
  readonly actions?: ReactNode;
}

export function SourceView({ files, language, label, actions }: SourceViewProps) {
  return (
    <section aria-label={label} className={styles.source}>
      {files.map((file, index) => (
        <CodeView
          key={file.name}
          label={files.length > 1 ? file.name : label}
          text={file.content}
          language={language}
          actions={index === 0 && actions}
        />
      ))}
    </section>
  );
}
