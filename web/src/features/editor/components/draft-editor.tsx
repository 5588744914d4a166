import { useState } from 'react';
import { Button } from '@/components/button';
import { ConfirmDialog } from '@/components/dialog';
import { Icon } from '@/components/icon';
import { useStore } from '@/lib/store';
import { useMessages } from '@/lib/i18n/messages';
import { languageName } from '@/lib/languages';
import type { CompilerMark } from '@/lib/judging/compiler-marks';
import type { Draft } from '../draft';
import type { ServerCopy } from '../server-copy';
import { messages } from '../messages';
import { CodeEditor } from '@/components/code-editor/code-editor';
import { DraftChoice } from './draft-choice';
import styles from './draft-editor.module.css';

interface DraftEditorProps {
  readonly draft: Draft;
  /** In the account of the user. */
  readonly copy: ServerCopy;
  readonly starterCode: string;
  readonly language: string;
  readonly languages: readonly string[];
  readonly onLanguage: (language: string) => void;
  /** What the compiler said about the code as it was last run or submitted. */
  readonly marks: readonly CompilerMark[];
  readonly onShown: () => void;
  readonly onRun: () => void;
  readonly onSubmit: () => void;
}

export function DraftEditor(properties: DraftEditorProps) {
  const { draft, copy, starterCode, language, languages, onLanguage } = properties;
  const t = useMessages(messages);
  const { begun, kept, other } = useStore(draft.state);
  const inAccount = useStore(copy.kept);
  const [asking, setAsking] = useState(false);
  return (
    <div className={styles.panel}>
      <div className={styles.bar}>
        <select
          className={styles.language}
          aria-label={t('language')}
          value={language}
          onChange={(event) => onLanguage(event.target.value)}
        >
          {languages.map((id) => (
            <option key={id} value={id}>
              {languageName(id)}
            </option>
          ))}
        </select>
        <span className={styles.keys}>{t('keysShort')}</span>
        <Button
          variant="quiet"
          size="small"
          icon="reset"
          // Not disabled: the focus returns to it from the dialog.
          aria-disabled={!begun || undefined}
          onClick={() => setAsking(begun)}
        >
          {t('reset')}
        </Button>
      </div>
      {other !== null && <DraftChoice draft={draft} other={other} language={language} />}
      <CodeEditor
        edited={draft}
        language={language}
        label={t('code', { language: languageName(language) })}
        description={t('keys')}
        marks={properties.marks}
        onShown={properties.onShown}
        onRun={properties.onRun}
        onSubmit={properties.onSubmit}
      />
      <p className={kept ? styles.kept : styles.lost}>
        <Icon name={kept ? 'check' : 'alert'} size={14} />
        <span>{t(kept ? 'saved' : 'notSaved')}</span>
        {inAccount !== 'no' && <span>{t(inAccount === 'yes' ? 'inAccount' : 'notInAccount')}</span>}
      </p>
      {asking && (
        <ConfirmDialog
          title={t('resetTitle')}
          question={t('resetQuestion')}
          confirm={t('resetConfirm')}
          cancel={t('keep')}
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            draft.replace(starterCode);
            setAsking(false);
          }}
        />
      )}
    </div>
  );
}
