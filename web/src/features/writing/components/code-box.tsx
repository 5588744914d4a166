import { useState } from 'react';
import { CodeEditor, type EditedText } from '@/components/code-editor/code-editor';
import { useMessages } from '@/lib/i18n/messages';
import { writingMessages } from '../writing-messages';
import styles from './part.module.css';

interface CodeBoxProps {
  readonly label: string;
  readonly language: string;
  /** What the editor begins with. Mount anew for another text. */
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** The code editor for a text that nothing else changes while it is open. */
export function CodeBox({ label, language, text, onChange }: CodeBoxProps) {
  const t = useMessages(writingMessages);
  const [edited] = useState<EditedText>(() => ({
    text,
    typed: onChange,
    onReplaced: () => () => undefined,
  }));
  return (
    <div className={styles.editor}>
      <CodeEditor edited={edited} language={language} label={label} description={t('editorKeys')} />
    </div>
  );
}
