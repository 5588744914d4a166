import { useDeferredValue } from 'react';
import { Markdown } from '@/components/markdown/markdown';
import { useMessages } from '@/lib/i18n/messages';
import { useEditing } from '../work';
import { writingMessages } from '../writing-messages';
import styles from './statement.module.css';

interface StatementPreviewProps {
  readonly locale: string;
  readonly text: string;
}

/** The statement as it is being written. Typing goes first: on a slow device the preview comes a moment later. */
export function StatementPreview({ locale, text }: StatementPreviewProps) {
  const t = useMessages(writingMessages);
  const { draft } = useEditing();
  const shown = useDeferredValue(text);
  const folder = draft.files.some(({ path }) => path.startsWith('problem_statement/'))
    ? 'problem_statement'
    : 'statement';
  const withNotes = shown.replace(
    /\{\{(nextsample|remainingsamples)\}\}/g,
    () => `\n\n> ${t('sampleHere')}\n\n`,
  );
  return (
    // Scrolls, so it must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.preview} aria-label={t('preview')} tabIndex={0}>
      {shown.trim() === '' ? (
        <p className={styles.hint}>{t('previewEmpty')}</p>
      ) : (
        <div lang={locale}>
          <Markdown
            text={withNotes}
            base={`/api/v1/authoring/drafts/${draft.id}/files/${folder}/`}
            hidden
          />
        </div>
      )}
    </section>
  );
}
