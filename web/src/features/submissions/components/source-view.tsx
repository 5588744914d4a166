import { CodeBlock } from '@/components/code-block';
import type { SourceFile } from '../api/judging';
import styles from './source-view.module.css';

interface SourceViewProps {
  readonly files: readonly SourceFile[];
  readonly label: string;
}

export function SourceView({ files, label }: SourceViewProps) {
  return (
    <section aria-label={label} className={styles.source}>
      {files.map((file) => (
        <CodeBlock
          key={file.name}
          label={files.length > 1 ? file.name : label}
          text={file.content}
          tall
        />
      ))}
    </section>
  );
}
