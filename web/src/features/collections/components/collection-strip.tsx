import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { collectionsQuery } from '../api/collections';
import { messages } from '../messages';
import styles from './collections.module.css';

const most = 4;

/** Leads from the list of exercises to collections; nothing where there are none. */
export function CollectionStrip() {
  const t = useMessages(messages);
  const found = useInfiniteQuery(collectionsQuery(useLocale())).data?.pages[0]?.items ?? [];
  if (found.length === 0) return null;
  return (
    <nav aria-label={t('title')} className={styles.strip}>
      {found.slice(0, most).map(({ id, title }) => (
        <Link key={id} to="/collections/$id" params={{ id: String(id) }}>
          {title}
        </Link>
      ))}
      <Link to="/collections">{t('all')}</Link>
    </nav>
  );
}
