import { useMessages } from '@/lib/i18n/messages';
import { messages } from './messages';
import styles from './spinner.module.css';

export function Spinner() {
  return <span className={styles.spinner} aria-hidden="true" />;
}

export function Loading() {
  const t = useMessages(messages);
  return (
    <div className={styles.loading} role="status">
      <Spinner />
      {t('loading')}
    </div>
  );
}
