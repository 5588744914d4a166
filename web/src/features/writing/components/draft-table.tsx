import { Link } from '@tanstack/react-router';
import { Badge } from '@/components/badge';
import { Button, buttonClass } from '@/components/button';
import { formatAgo, formatTime } from '@/lib/i18n/format';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import type { DraftSummary } from '../api/drafts';
import { messages } from '../messages';
import styles from './part.module.css';

interface DraftTableProps {
  readonly drafts: readonly DraftSummary[];
  readonly onDelete: (draft: DraftSummary) => void;
}

export function DraftTable({ drafts, onDelete }: DraftTableProps) {
  const t = useMessages(messages);
  const locale = useLocale();
  return (
    <table className="data">
      <thead>
        <tr>
          <th scope="col">{t('draft')}</th>
          <th scope="col">{t('kind')}</th>
          <th scope="col">{t('checked')}</th>
          <th scope="col">{t('changed')}</th>
          <th scope="col">{t('actions')}</th>
        </tr>
      </thead>
      <tbody>
        {drafts.map((draft) => {
          const title = draft.title || t('untitled');
          const id = String(draft.id);
          return (
            <tr key={draft.id}>
              <th scope="row">
                <Link to="/author/drafts/$id" params={{ id }}>
                  {title}
                </Link>
              </th>
              <td data-label={t('kind')}>
                {draft.exercise_id === null
                  ? t('makesNew')
                  : draft.base_revision === null
                    ? t('makesRevision')
                    : t('makesRevisionOf', { revision: draft.base_revision })}
              </td>
              <td data-label={t('checked')}>
                <Checked draft={draft} />
              </td>
              <td data-label={t('changed')}>
                <time dateTime={draft.updated_at} title={formatTime(draft.updated_at, locale)}>
                  {formatAgo(draft.updated_at, locale)}
                </time>
              </td>
              <td className={styles.actions}>
                <Link
                  to="/author/drafts/$id"
                  params={{ id }}
                  className={buttonClass('secondary', 'small')}
                  aria-label={t('openNamed', { title })}
                >
                  {t('open')}
                </Link>
                <Button
                  size="small"
                  aria-label={t('deleteNamed', { title })}
                  onClick={() => onDelete(draft)}
                >
                  {t('delete')}
                </Button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Checked({ draft }: { readonly draft: DraftSummary }) {
  const t = useMessages(messages);
  if (draft.check_id === null) return <Badge>{t('notChecked')}</Badge>;
  return draft.check_version === draft.version ? (
    <Badge tone="info">{t('isChecked')}</Badge>
  ) : (
    <Badge>{t('changedSince')}</Badge>
  );
}
