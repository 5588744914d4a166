import { Badge } from '@/components/badge';
import { Button } from '@/components/button';
import { formatTime } from '@/lib/i18n/format';
import { formatBytes } from '@/lib/i18n/format-bytes';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import type { Revision } from '../api/revisions';
import { publishMessages } from '../publish-messages';
import styles from './part.module.css';

interface RevisionTableProps {
  readonly revisions: readonly Revision[];
  readonly onShow: (revision: number) => void;
  readonly onRestore: (revision: number) => void;
}

/** The newest first. */
export function RevisionTable({ revisions, onShow, onRestore }: RevisionTableProps) {
  const t = useMessages(publishMessages);
  const locale = useLocale();
  const current = revisions[0]?.revision;
  return (
    <table className="data">
      <thead>
        <tr>
          <th scope="col">{t('revision')}</th>
          <th scope="col">{t('date')}</th>
          <th scope="col">{t('author')}</th>
          <th scope="col">{t('judged')}</th>
          <th scope="col" className="number">
            {t('size')}
          </th>
          <th scope="col">{t('actions')}</th>
        </tr>
      </thead>
      <tbody>
        {revisions.map(({ revision, created_at, author_id, judged, size }) => (
          <tr key={revision}>
            <th scope="row">
              {revision.toLocaleString(locale)}{' '}
              {revision === current && <Badge tone="info">{t('current')}</Badge>}
            </th>
            <td data-label={t('date')}>
              <time dateTime={created_at}>{formatTime(created_at, locale)}</time>
            </td>
            <td data-label={t('author')}>
              {author_id === null ? t('starter') : t('authorNumber', { id: String(author_id) })}
            </td>
            <td data-label={t('judged')}>{t(judged ? 'yes' : 'no')}</td>
            <td className="number" data-label={t('size')}>
              {formatBytes(size, locale)}
            </td>
            <td className={styles.actions}>
              <Button
                size="small"
                aria-label={t('compareNamed', { revision })}
                onClick={() => onShow(revision)}
              >
                {t('compare')}
              </Button>
              {revision !== current && (
                <Button
                  size="small"
                  aria-label={t('restoreNamed', { revision })}
                  onClick={() => onRestore(revision)}
                >
                  {t('restore')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
