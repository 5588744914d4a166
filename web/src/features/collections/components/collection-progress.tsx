import { useMessages } from '@/lib/i18n/messages';
import { messages } from '../messages';
import styles from './collections.module.css';

interface CollectionProgressProps {
  readonly title: string;
  readonly count: number;
  /** Undefined for a guest. */
  readonly solved: number | undefined;
}

/** How much of a collection the reader has solved. */
export function CollectionProgress({ title, count, solved }: CollectionProgressProps) {
  const t = useMessages(messages);
  return (
    <div className={styles.progress}>
      {solved === undefined || count === 0 ? (
        <span>{t('exercises', { count })}</span>
      ) : (
        <>
          <progress max={count} value={solved} aria-label={t('progressOf', { title })} />
          <span>{t('solved', { solved, count })}</span>
        </>
      )}
    </div>
  );
}
