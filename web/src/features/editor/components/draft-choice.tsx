import { Button } from '@/components/button';
import { CodeBlock } from '@/components/code-block';
import { Icon } from '@/components/icon';
import { useMessages } from '@/lib/i18n/messages';
import { languageName } from '@/lib/languages';
import type { Draft } from '../draft';
import { messages } from '../messages';
import styles from './draft-choice.module.css';

interface DraftChoiceProps {
  readonly draft: Draft;
  readonly other: string;
  readonly language: string;
}

/** Offers the two texts of a draft that was changed in two places. Whoever goes on typing decides later. */
export function DraftChoice({ draft, other, language }: DraftChoiceProps) {
  const t = useMessages(messages);
  return (
    <section className={styles.choice} aria-label={t('twoVersions')}>
      <p role="alert">
        <Icon name="alert" size={16} /> <strong>{t('twoVersions')}</strong> {t('twoVersionsText')}
      </p>
      <details>
        <summary>{t('showOther')}</summary>
        <CodeBlock label={t('otherVersion', { language: languageName(language) })} text={other} />
      </details>
      <div className={styles.actions}>
        <Button size="small" onClick={() => draft.keepThis()}>
          {t('keepThis')}
        </Button>
        <Button size="small" onClick={() => draft.takeOther()}>
          {t('takeOther')}
        </Button>
      </div>
    </section>
  );
}
