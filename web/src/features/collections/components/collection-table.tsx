import { Link } from '@tanstack/react-router';
import { Badge } from '@/components/badge';
import { Button, buttonClass } from '@/components/button';
import { useMessages } from '@/lib/i18n/messages';
import type { CollectionSummary } from '../api/collections';
import { messages } from '../messages';
import styles from './collections.module.css';

interface CollectionTableProps {
  readonly collections: readonly CollectionSummary[];
  readonly onDelete: (collection: CollectionSummary) => void;
}

/** The collections that an author may change. */
export function CollectionTable({ collections, onDelete }: CollectionTableProps) {
  const t = useMessages(messages);
  return (
    <table className="data">
      <thead>
        <tr>
          <th scope="col">{t('collection')}</th>
          <th scope="col" className="number">
            {t('size')}
          </th>
          <th scope="col">{t('state')}</th>
          <th scope="col">{t('actions')}</th>
        </tr>
      </thead>
      <tbody>
        {collections.map((collection) => {
          const { title, is_active, exercise_ids } = collection;
          const id = String(collection.id);
          return (
            <tr key={id}>
              <th scope="row">
                <Link to="/collections/$id" params={{ id }}>
                  {title}
                </Link>
              </th>
              <td data-label={t('size')} className="number">
                {exercise_ids.length}
              </td>
              <td data-label={t('state')}>
                <Badge tone={is_active ? 'good' : 'warn'}>
                  {t(is_active ? 'open' : 'hiddenBadge')}
                </Badge>
              </td>
              <td>
                <div className={styles.actions}>
                  <Link
                    to="/author/collections/$id"
                    params={{ id }}
                    className={buttonClass('secondary', 'small')}
                    aria-label={t('editNamed', { title })}
                  >
                    {t('edit')}
                  </Link>
                  <Button
                    size="small"
                    aria-label={t('deleteNamed', { title })}
                    onClick={() => onDelete(collection)}
                  >
                    {t('deleteOne')}
                  </Button>
                </div>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
